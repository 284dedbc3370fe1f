package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.database.Search;
import java.util.Locale;
import java.util.Optional;

/**
 * The wish to see some of the files, by page numbers.
 *
 * @param text what name or description must hold; empty: all
 * @param page counted from 1
 */
public record FindFiles(String text, Optional<Folder> folder, Order order, int page) {
    /** How many files a page shows: whole rows of two, three, four or six. */
    public static final int SIZE = 24;

    public FindFiles {
        text = Search.text(text);
        page = Search.page(page);
    }

    /** What files can be sorted by. */
    public enum Order {
        NEWEST("f.created_at DESC, f.id DESC"),
        NAME("lower(f.name), f.id"),
        LARGEST("f.size DESC, f.id DESC");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        /** The name in addresses: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String orderBy() {
        return order.columns;
    }

    int offset() {
        return (page - 1) * SIZE;
    }
}
