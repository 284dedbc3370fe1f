package com.dainostore.admin.merchant;

import com.dainostore.admin.Chip;
import com.dainostore.admin.ListAddress;
import com.dainostore.admin.Parameters;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import com.dainostore.tenancy.security.Member;
import com.dainostore.tenancy.security.Team;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The people of the store: who works here, in which role, and who was asked to. A team fits on one page. */
@Named("team")
@RequestScoped
public class TeamPage {
    private static final Map<Member.State, String> WORDS = Map.of(
            Member.State.ACTIVE, "Active",
            Member.State.INVITED, "Invited",
            Member.State.DEACTIVATED, "Deactivated");

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @EJB
    Team team;

    private List<Member> found = List.of();
    private String text = "";
    private Optional<Member.State> state = Optional.empty();

    @PostConstruct
    void read() {
        person.require(Area.TEAM, Level.VIEW);
        text = parameters.text("q").strip();
        state = parameters.one(Member.State.class, "state");
        String wanted = text.toLowerCase(Locale.ROOT);
        found = team.people().stream()
                .filter(member -> Stream.of(
                                member.name(), member.email(), member.role().label())
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
    }

    public List<Member> getList() {
        return found.stream()
                .filter(member -> state.isEmpty() || state.get() == member.state())
                .toList();
    }

    public List<Chip> getChips() {
        ListAddress address = new ListAddress(Map.of("q", text));
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All", found.size(), address.with("state", ""), state.isEmpty()));
        for (Member.State one : List.of(Member.State.ACTIVE, Member.State.INVITED, Member.State.DEACTIVATED)) {
            long count = found.stream().filter(member -> member.state() == one).count();
            chips.add(new Chip(
                    WORDS.getOrDefault(one, ""),
                    count,
                    address.with("state", one.name().toLowerCase(Locale.ROOT)),
                    state.equals(Optional.of(one))));
        }
        return chips;
    }

    public String getText() {
        return text;
    }

    public String getState() {
        return state.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    public boolean isThis(UUID member) {
        return person.requireStaff().id().equals(member);
    }
}
