package com.dainostore.admin.merchant;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.storage.FileBounds;
import com.dainostore.tenancy.storage.Folder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What became of one file of an upload, as the address of the page after it tells. The address holds a name and a word; the
 * sentences are ours, so that nobody makes the page say something else.
 *
 * @param code why it was refused; empty where it was kept
 */
record UploadNotice(String name, String code) {
    private static final long MIB = 1024 * 1024;
    private static final int LONGEST_NAME = 60;
    private static final String TOO_MANY = "too-many";
    private static final String BETWEEN = "~";

    private static final Map<String, String> REASONS = Map.of(
            "too-large",
            "is too large. Pictures can have %d MB and %d megapixels, documents %d MB."
                    .formatted(
                            FileBounds.PICTURE_BYTES / MIB,
                            FileBounds.PICTURE_PIXELS / 1_000_000,
                            FileBounds.DOCUMENT_BYTES / MIB),
            "empty-file",
            "is empty.",
            "unsupported-media-type",
            "is not a picture that can be shown, whatever its name says. Send JPEG, PNG or GIF, or put it into Documents.",
            "unreadable-picture",
            "cannot be read as a picture. Save it again as JPEG or PNG and send that.",
            "quota-exceeded",
            "does not fit: all files of the shop together can be %d GB. Delete some first."
                    .formatted(FileBounds.STORE_BYTES / (1024 * MIB)),
            TOO_MANY,
            "was left out: %d files at once are the most.".formatted(FileBounds.FILES_AT_ONCE),
            "storage-full",
            "could not be kept: there is no room left. Ask the platform to make some.");

    static UploadNotice kept(String name) {
        return new UploadNotice(name, "");
    }

    /** Empty where the refusal is about more than this file. */
    static Optional<UploadNotice> refused(String name, Refusal refusal) {
        return REASONS.containsKey(refusal.type())
                ? Optional.of(new UploadNotice(name, refusal.type()))
                : Optional.empty();
    }

    /** What came after as many files as there can be. */
    static UploadNotice rest() {
        return new UploadNotice("The rest", TOO_MANY);
    }

    /** The query of the page that tells of all. */
    static String address(Folder folder, List<UploadNotice> all) {
        if (all.isEmpty()) {
            return "?folder=" + folder.code() + "&done=nothing";
        }
        long kept = all.stream().filter(one -> one.code.isEmpty()).count();
        return "?folder=" + folder.code() + "&done=uploaded&n=" + kept + refused(all);
    }

    /** The query of the page of a product whose pictures they are to be. */
    static String address(UUID product, List<UploadNotice> all) {
        boolean kept = all.stream().anyMatch(one -> one.code.isEmpty());
        return "?id=" + product + (kept ? "&done=pictures" : "") + refused(all);
    }

    private static String refused(List<UploadNotice> all) {
        return all.stream()
                .filter(one -> !one.code.isEmpty())
                .map(UploadNotice::parameter)
                .collect(Collectors.joining());
    }

    private String parameter() {
        String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
        return "&refused=" + URLEncoder.encode(code + BETWEEN + shown, StandardCharsets.UTF_8);
    }

    /** The sentences about the files that were refused, from the parameters of the address. */
    static List<String> sentences(String... refused) {
        return Arrays.stream(refused)
                .map(text -> text.split(BETWEEN, 2))
                .filter(parts -> parts.length == 2 && REASONS.containsKey(parts[0]))
                .limit(FileBounds.FILES_AT_ONCE)
                .map(parts -> "“" + parts[1].substring(0, Math.min(parts[1].length(), LONGEST_NAME)) + "” "
                        + REASONS.get(parts[0]))
                .toList();
    }
}
