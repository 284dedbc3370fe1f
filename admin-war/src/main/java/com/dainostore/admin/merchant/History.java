package com.dainostore.admin.merchant;

import com.dainostore.admin.AuditLine;
import com.dainostore.tenancy.review.StoreReview;
import com.dainostore.tenancy.review.Subject;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** What happened to one thing, for the page about it; see the tag {@code history}. */
@Named
@RequestScoped
public class History {
    private static final int MOST = 10;

    @Inject
    StoreReview review;

    /** @param subject the kind of thing: {@code product} */
    public List<AuditLine> of(String subject, Object id) {
        return review.latest(Subject.valueOf(subject.toUpperCase(Locale.ROOT)), id.toString(), MOST).stream()
                .map(AuditLine::of)
                .toList();
    }
}
