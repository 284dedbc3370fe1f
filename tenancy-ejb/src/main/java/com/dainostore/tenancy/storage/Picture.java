package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.storage.StoredFile.Pixels;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture that somebody has sent. Its size is read and bounded before any of it is decoded; it is decoded only as finely as
 * needed, and what is written is drawn anew: nothing but its pixels comes along.
 */
final class Picture implements AutoCloseable {
    /** What a decoded picture can take in memory; a finer one is read with gaps. */
    private static final long DECODED_BYTES = 72L * 1024 * 1024;

    private static final float QUALITY = 0.87f;

    private final ContentType type;
    private final ImageInputStream input;
    private final ImageReader reader;
    private final Turn turn;
    private final Pixels lying;

    private Picture(ContentType type, ImageInputStream input, ImageReader reader, Turn turn) throws IOException {
        this.type = type;
        this.input = input;
        this.reader = reader;
        this.turn = turn;
        reader.setInput(input, true, true);
        this.lying = new Pixels(reader.getWidth(0), reader.getHeight(0));
    }

    /** Opens a picture of that type; refuses what is none, or has too many pixels. */
    static Picture open(SeekableByteChannel content, ContentType type) {
        ImageInputStream input = new ChannelImageInput(content);
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.ending()).next();
        try {
            Turn turn = type == ContentType.JPEG ? Turn.of(input) : Turn.NONE;
            input.seek(0);
            Picture picture = new Picture(type, input, reader, turn);
            picture.refuseTooLarge();
            return picture;
        } catch (FileRefusedException e) {
            reader.dispose();
            throw e;
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            throw unreadable(e);
        }
    }

    private void refuseTooLarge() {
        boolean sides = Math.max(lying.width(), lying.height()) <= FileBounds.PICTURE_SIDE;
        if (!sides || lying.count() > FileBounds.PICTURE_PIXELS) {
            throw FileRefusedException.tooManyPixels();
        }
    }

    /** How large it is when it stands upright. */
    Pixels pixels() {
        return turn.upright(lying);
    }

    /** The type that it is written as: photographs stay JPEG, everything else becomes PNG. */
    ContentType keptType() {
        return type == ContentType.JPEG ? ContentType.JPEG : ContentType.PNG;
    }

    /** As large as it may be kept. */
    Pixels keptPixels() {
        Pixels upright = pixels();
        double shrink = Math.sqrt((double) FileBounds.KEPT_PIXELS / upright.count());
        return shrink >= 1 ? upright : upright.within((int) Math.max(1, upright.width() * shrink));
    }

    /** Draws the picture anew, upright and in that size, and writes it; leaves the stream open. */
    void write(Pixels wanted, OutputStream out) throws IOException {
        BufferedImage image;
        try {
            image = shrunk(decoded(turn.upright(wanted)), turn.upright(wanted));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
        encode(turned(image), out);
    }

    /** The picture as it lies in the file, at least as fine as wanted where memory allows. */
    private BufferedImage decoded(Pixels wanted) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        int spare = Math.max(1, lying.width() / Math.max(1, wanted.width() * 2));
        int gaps = Math.max(spare, gapsForMemory());
        parameters.setSourceSubsampling(gaps, gaps, 0, 0);
        return reader.read(0, parameters);
    }

    private int gapsForMemory() throws IOException {
        ImageTypeSpecifier raw = reader.getImageTypes(0).next();
        SampleModel samples = raw.getSampleModel();
        int bits = IntStream.of(samples.getSampleSize()).sum();
        double fineness = (double) lying.count() * Math.max(bits, Byte.SIZE) / Byte.SIZE / DECODED_BYTES;
        return (int) Math.ceil(Math.sqrt(fineness));
    }

    private static BufferedImage shrunk(BufferedImage image, Pixels wanted) {
        BufferedImage step = image;
        while (step.getWidth() > wanted.width() || step.getHeight() > wanted.height()) {
            // Halving again and again looks at every pixel; one large step would skip most of them.
            int width = Math.max(wanted.width(), (step.getWidth() + 1) / 2);
            int height = Math.max(wanted.height(), (step.getHeight() + 1) / 2);
            step = drawn(step, width, height);
        }
        return step == image || step.getType() == BufferedImage.TYPE_CUSTOM
                ? drawn(image, Math.min(image.getWidth(), wanted.width()), Math.min(image.getHeight(), wanted.height()))
                : step;
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage canvas = canvas(image, width, height);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return canvas;
    }

    private BufferedImage turned(BufferedImage image) {
        if (turn == Turn.NONE) {
            return image;
        }
        Pixels upright = turn.upright(new Pixels(image.getWidth(), image.getHeight()));
        BufferedImage canvas = canvas(image, upright.width(), upright.height());
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(image, turn.transform(image.getWidth(), image.getHeight()), null);
        graphics.dispose();
        return canvas;
    }

    private static BufferedImage canvas(BufferedImage like, int width, int height) {
        boolean seeThrough = like.getColorModel().hasAlpha();
        return new BufferedImage(
                width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR);
    }

    private void encode(BufferedImage image, OutputStream out) throws IOException {
        ContentType kept = keptType();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kept.ending()).next();
        try (MemoryCacheImageOutputStream sink = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (kept == ContentType.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.setOutput(sink);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    private static RuntimeException unreadable(Exception e) {
        FileRefusedException refused = FileRefusedException.brokenPicture();
        refused.initCause(e);
        return refused;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
