package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pictures of a product in their order, as its form holds them. Immutable; each change gives a new one. */
public record PicturesForm(List<Picture> pictures) {
    static final PicturesForm NONE = new PicturesForm(List.of());

    /** @param alt what it shows, for those who do not see it */
    public record Picture(UUID file, String alt) {}

    public PicturesForm {
        pictures = List.copyOf(pictures);
    }

    static PicturesForm of(ProductView product) {
        return new PicturesForm(product.images().stream()
                .map(picture -> new Picture(picture.file(), picture.alt()))
                .toList());
    }

    /** @param sent the text of a field that was sent; empty where there is none */
    static PicturesForm typed(UnaryOperator<String> sent) {
        String count = sent.apply("pictures");
        int pictures = count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 0;
        return new PicturesForm(IntStream.range(0, Math.min(pictures, SaveProduct.MAX_IMAGES))
                .boxed()
                .flatMap(i -> Parameters.uuid(sent.apply("picture-" + i)).stream()
                        .map(file -> new Picture(file, sent.apply("picture-" + i + "-alt"))))
                .toList());
    }

    Set<UUID> files() {
        return pictures.stream().map(Picture::file).collect(Collectors.toSet());
    }

    List<SaveImage> read() {
        return pictures.stream()
                .map(picture -> new SaveImage(picture.file(), picture.alt().strip(), null))
                .toList();
    }

    /**
     * After a button that changes the pictures and saves nothing.
     *
     * @param change the value of the button: a word, and the file that it is about
     * @param alt what the files of the store say of that file
     */
    PicturesForm after(String change, String alt) {
        String[] parts = change.split(":", 2);
        Optional<UUID> file = parts.length == 2 ? Parameters.uuid(parts[1]) : Optional.empty();
        return file.map(id -> after(parts[0], id, alt)).orElse(this);
    }

    private PicturesForm after(String word, UUID file, String alt) {
        List<Picture> changed = new ArrayList<>(pictures);
        int place = IntStream.range(0, changed.size())
                .filter(i -> changed.get(i).file().equals(file))
                .findFirst()
                .orElse(-1);
        if (place < 0 && word.equals("picture") && changed.size() < SaveProduct.MAX_IMAGES) {
            changed.add(new Picture(file, alt));
        }
        if (place >= 0) {
            switch (word) {
                case "no-picture" -> changed.remove(place);
                case "picture-up" -> changed.add(Math.max(0, place - 1), changed.remove(place));
                case "picture-down" -> changed.add(Math.min(changed.size() - 1, place + 1), changed.remove(place));
                default -> {
                    // The button of something else.
                }
            }
        }
        return new PicturesForm(changed);
    }
}
