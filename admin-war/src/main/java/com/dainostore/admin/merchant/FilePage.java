package com.dainostore.admin.merchant;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.shop.media.Media;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Member;
import com.dainostore.tenancy.security.Team;
import com.dainostore.tenancy.storage.FileBounds;
import com.dainostore.tenancy.storage.StoredFile;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file of the store: what it is, what it shows, where it can be seen, and the way to delete it. */
@Named("file")
@RequestScoped
public class FilePage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    HttpServletRequest request;

    @EJB
    Media media;

    @EJB
    Team team;

    private @Nullable StoredFile one;
    private boolean asking;

    @PostConstruct
    void read() {
        person.require(Area.CATALOG, Level.VIEW);
        one = media.find(parameters.requireUuid("id"))
                .orElseThrow(() -> new NotFoundException("This shop has no file with this id."));
    }

    public @Nullable StoredFile getOne() {
        return one;
    }

    /** Where everybody can see the picture, to be copied. */
    public String getAddress() {
        String here = request.getRequestURL().toString();
        return here.substring(0, here.length() - request.getRequestURI().length()) + (one == null ? "" : one.path());
    }

    /** Who added it; null where nobody in particular has, or the person may not know the team. */
    public @Nullable String getBy() {
        UUID by = one == null ? null : one.createdBy();
        return by == null || !person.requireStaff().may(Area.TEAM, Level.VIEW)
                ? null
                : team.people().stream()
                        .filter(member -> member.id().equals(by))
                        .findFirst()
                        .map(Member::email)
                        .orElse(null);
    }

    /** What was typed, or else what is known. */
    public String getAlt() {
        String typed = parameters.text("alt");
        return typed.isEmpty() && one != null ? one.alt() : typed;
    }

    public int getLongestAlt() {
        return FileBounds.ALT_LENGTH;
    }

    /** Says what the picture shows. */
    public @Nullable String describe() {
        return errors.guard(Map.of("alt", "alt"), () -> {
            StoredFile described = media.describe(parameters.requireUuid("id"), parameters.text("alt"));
            Redirects.to("/merchant/file?id=" + described.id() + "&done=described");
            return "";
        });
    }

    /** Asks before it deletes. */
    public void ask() {
        asking = true;
    }

    /** Also while the answer is read: what is not on the page is not done. */
    public boolean isAsking() {
        return asking || !parameters.text("do-delete").isEmpty();
    }

    /** Deletes the file, after the question. */
    public @Nullable String delete() {
        return errors.guard(Map.of(), () -> {
            media.delete(parameters.requireUuid("id"));
            Redirects.to("/merchant/media?done=deleted");
            return "";
        });
    }
}
