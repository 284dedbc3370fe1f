package com.dainostore.storefront.pages;

/**
 * What went wrong, in words for the person who sees it: what it means and what to do. It names no store, no table and no
 * class, and never says whose fault it is unless it is ours.
 *
 * @param status of HTTP
 */
public record Failure(int status, String title, String text) {

    static Failure of(int status) {
        return switch (status) {
            case 400 -> new Failure(status, "We could not read this address", "Go back and try the link again.");
            case 401, 403 ->
                new Failure(status, "This page is not for you to open", "Go back, or start at the home page.");
            case 404 -> new Failure(status, "There is nothing at this address", "Check the spelling of the address.");
            case 405 -> new Failure(status, "This page cannot do that", "Open it by its address.");
            case 421 ->
                new Failure(status, "This request names two shops", "Open the shop by its own address and try again.");
            case 429 -> new Failure(status, "That was a lot at once", "Wait a moment, then try again.");
            case 503 ->
                new Failure(
                        status, "This shop is closed for the moment", "Nothing is lost. Try again in a few minutes.");
            default ->
                status < 500
                        ? new Failure(status, "We could not do that", "Go back and try again.")
                        : new Failure(
                                status, "Something broke on our side", "You did nothing wrong. Try again in a moment.");
        };
    }

    /** Whether another try of the same address can help. */
    public boolean passing() {
        return status == 429 || status >= 500;
    }
}
