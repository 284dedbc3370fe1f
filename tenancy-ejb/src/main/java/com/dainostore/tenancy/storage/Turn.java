package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.storage.StoredFile.Pixels;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/**
 * How a picture has to be turned to stand upright, as cameras write it into JPEG files (Exif 2.32, tag 0x0112). It would be
 * lost with everything else that they write there, such as the place.
 */
enum Turn {
    NONE,
    MIRRORED,
    HALF,
    HALF_MIRRORED,
    DIAGONAL,
    RIGHT,
    OTHER_DIAGONAL,
    LEFT;

    private static final int SOI = 0xffd8;
    private static final int APP0 = 0xffe0;
    private static final int APP1 = 0xffe1;
    private static final int APP15 = 0xffef;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int ORIENTATION = 0x0112;

    /** Reads it from a JPEG file; where there is nothing of it, or nonsense, the picture stands upright. */
    static Turn of(ImageInputStream jpeg) throws IOException {
        jpeg.seek(0);
        jpeg.setByteOrder(ByteOrder.BIG_ENDIAN);
        if (jpeg.readUnsignedShort() != SOI) {
            return NONE;
        }
        int marker = jpeg.readUnsignedShort();
        while (marker >= APP0 && marker <= APP15) {
            long start = jpeg.getStreamPosition();
            int length = jpeg.readUnsignedShort();
            if (marker == APP1 && isExif(jpeg)) {
                return inDirectory(jpeg, start + length);
            }
            jpeg.seek(start + length);
            marker = jpeg.readUnsignedShort();
        }
        return NONE;
    }

    private static boolean isExif(ImageInputStream jpeg) throws IOException {
        for (byte letter : EXIF) {
            if (jpeg.readByte() != letter) {
                return false;
            }
        }
        return true;
    }

    private static Turn inDirectory(ImageInputStream jpeg, long end) throws IOException {
        long start = jpeg.getStreamPosition();
        jpeg.setByteOrder(jpeg.readUnsignedShort() == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        jpeg.skipBytes(2);
        long directory = start + jpeg.readUnsignedInt();
        if (directory + 2 > end) {
            return NONE;
        }
        jpeg.seek(directory);
        int entries = jpeg.readUnsignedShort();
        for (int i = 0; i < entries && jpeg.getStreamPosition() + 12 <= end; i++) {
            int tag = jpeg.readUnsignedShort();
            jpeg.skipBytes(6);
            int value = jpeg.readUnsignedShort();
            jpeg.skipBytes(2);
            if (tag == ORIENTATION) {
                return value >= 1 && value <= values().length ? values()[value - 1] : NONE;
            }
        }
        return NONE;
    }

    /** How large the picture is when it stands upright. */
    Pixels upright(Pixels lying) {
        return switch (this) {
            case NONE, MIRRORED, HALF, HALF_MIRRORED -> lying;
            case DIAGONAL, RIGHT, OTHER_DIAGONAL, LEFT -> lying.onItsSide();
        };
    }

    /** What puts a picture of this size upright. */
    AffineTransform transform(int w, int h) {
        return switch (this) {
            case NONE -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case HALF -> new AffineTransform(-1, 0, 0, -1, w, h);
            case HALF_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, h);
            case DIAGONAL -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT -> new AffineTransform(0, 1, -1, 0, h, 0);
            case OTHER_DIAGONAL -> new AffineTransform(0, -1, -1, 0, h, w);
            case LEFT -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    }
}
