package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Links.Purpose;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The people of the current store and what they may do: invited, given a role, sent away, called back, removed. Nobody
 * decides about more than they hold themselves, only owners decide about owners, and the last owner stays one.
 */
@Stateless
@StoreScoped
public class Team {
    private static final int NAME_LENGTH = 60;

    @Inject
    CurrentPerson person;

    @EJB
    StoreRows rows;

    @Inject
    StaffLetters letters;

    /** Everybody, those who were sent away last. */
    public List<Member> people() {
        person.require(Area.TEAM, Level.VIEW);
        return rows.call(Members::all);
    }

    public Member person(UUID id) {
        person.require(Area.TEAM, Level.VIEW);
        return rows.call(tx -> Members.require(tx, id));
    }

    public List<Role> roles() {
        person.require(Area.TEAM, Level.VIEW);
        return rows.call(Roles::all);
    }

    /** @param key the word of a fixed role, the id of a custom one */
    public Role role(String key) {
        person.require(Area.TEAM, Level.VIEW);
        return rows.call(tx -> Roles.find(tx, key))
                .orElseThrow(() -> new NotFoundException("The store has no such role."));
    }

    /** How many people have each role, by its key; roles that nobody has are left out. */
    public Map<String, Integer> holders() {
        person.require(Area.TEAM, Level.VIEW);
        return rows.call(Roles::holders);
    }

    /**
     * Mails somebody a link to join with.
     *
     * @param role the key of their role
     */
    public Member invite(String email, String role) {
        person.require(Area.TEAM, Level.EDIT);
        MailAddress address = MailAddress.require("email", email);
        return rows.call(tx -> {
            Role given = Roles.require(tx, "role", role);
            grants().require(given);
            Member invited = Members.require(tx, Members.invite(tx, address.text(), "", given));
            letters.invitation(tx, invited);
            rows.note("person.invite", invited.id(), invited(invited));
            return invited;
        });
    }

    /** Mails a link to each owner who waits for one; those who have got theirs get no other. */
    public void inviteOwners() {
        person.require(Area.TEAM, Level.FULL);
        rows.call(tx -> {
            Members.lock(tx);
            Members.all(tx).stream()
                    .filter(member -> member.role().isOwner() && member.state() == Member.State.INVITED)
                    .filter(member -> !Links.isThere(tx, member.id(), Purpose.JOIN))
                    .forEach(member -> inviteOwner(tx, member));
            return tx;
        });
    }

    private void inviteOwner(Handle tx, Member owner) {
        letters.invitation(tx, owner);
        rows.note("person.invite", owner.id(), invited(owner));
    }

    /** Mails news to each owner who has joined. */
    public void tellOwners(OwnersNews news) {
        person.require(Area.TEAM, Level.FULL);
        rows.call(tx -> {
            Members.all(tx).stream()
                    .filter(member -> member.role().isOwner() && member.state() == Member.State.ACTIVE)
                    .forEach(owner -> letters.news(owner, news));
            return tx;
        });
    }

    private static Changes invited(Member member) {
        return Changes.none()
                .set("email", null, member.email())
                .set("role", null, member.role().key());
    }

    /** Mails another link to somebody who has not joined yet; the one before works no more. */
    public void inviteAgain(UUID id) {
        person.require(Area.TEAM, Level.EDIT);
        rows.call(tx -> {
            Member member = Members.require(tx, id);
            grants().require(member.role());
            if (member.state() != Member.State.INVITED) {
                throw new ValidationException("person", member.email() + " does not wait for an invitation.");
            }
            letters.invitation(tx, member);
            rows.note("person.invite-again", id, Changes.none());
            return member;
        });
    }

    /** @param role the key of the role that they get */
    public Member give(UUID id, String role) {
        person.require(Area.TEAM, Level.FULL);
        return change(id, (tx, member) -> {
            Role given = Roles.require(tx, "role", role);
            grants().require(given);
            Members.give(tx, id, given);
            rows.note(
                    "person.give-role",
                    id,
                    Changes.none().set("role", member.role().key(), given.key()));
        });
    }

    /** Sends somebody away: their sessions, tokens and links end, what they did keeps their name. */
    public Member deactivate(UUID id) {
        person.require(Area.TEAM, Level.FULL);
        return change(id, (tx, member) -> {
            refuseSelf(id);
            tx.execute("UPDATE people SET deactivated_at = now() WHERE id = ? AND deactivated_at IS NULL", id);
            StaffTokens.endAll(tx, id);
            Links.end(tx, id);
            rows.note("person.deactivate", id, Changes.none());
        });
    }

    /** Calls back somebody who was sent away; they sign in with the password that they had. */
    public Member reactivate(UUID id) {
        person.require(Area.TEAM, Level.FULL);
        return change(id, (tx, member) -> {
            tx.execute("UPDATE people SET deactivated_at = NULL WHERE id = ?", id);
            rows.note("person.reactivate", id, Changes.none());
        });
    }

    /** Removes somebody with all that is known of them here. */
    public void remove(UUID id) {
        person.require(Area.TEAM, Level.FULL);
        rows.call(tx -> {
            Members.lock(tx);
            Member gone = Members.require(tx, id);
            grants().require(gone.role());
            refuseSelf(id);
            tx.execute("DELETE FROM people WHERE id = ?", id);
            rows.note(
                    "person.remove",
                    id,
                    Changes.none()
                            .set("email", gone.email(), null)
                            .set("role", gone.role().key(), null));
            Members.requireOwner(tx);
            return id;
        });
    }

    public CustomRole addRole(String name, Permissions permissions) {
        person.require(Area.TEAM, Level.FULL);
        CustomRole role = new CustomRole(UUID.randomUUID(), roleName(name), permissions, 1);
        grants().require(permissions);
        return rows.call(tx -> {
            Roles.add(tx, role);
            Changes changes =
                    Changes.none().set("name", null, role.label()).set("permissions", null, permissions.toString());
            rows.note("role.create", role.id(), changes);
            return role;
        });
    }

    /**
     * @param expected the version that the change was made from; null: whatever it is
     * @throws RoleChangedException where it is another one now
     */
    public CustomRole changeRole(UUID id, String name, Permissions permissions, @Nullable Long expected) {
        person.require(Area.TEAM, Level.FULL);
        String label = roleName(name);
        return rows.call(tx -> {
            CustomRole before = Roles.requireCustom(tx, id);
            grants().require(before.permissions());
            grants().require(permissions);
            if (expected != null && expected != before.version()) {
                throw new RoleChangedException();
            }
            CustomRole role = new CustomRole(id, label, permissions, before.version() + 1);
            Roles.change(tx, role);
            Changes changes = Changes.none()
                    .set("name", before.label(), label)
                    .set("permissions", before.permissions().toString(), permissions.toString());
            rows.note("role.update", id, changes);
            return role;
        });
    }

    /** Removes a role that nobody has. */
    public void removeRole(UUID id) {
        person.require(Area.TEAM, Level.FULL);
        rows.call(tx -> {
            CustomRole gone = Roles.requireCustom(tx, id);
            grants().require(gone.permissions());
            Roles.remove(tx, id);
            rows.note("role.remove", id, Changes.none().set("name", gone.label(), null));
            return id;
        });
    }

    /** A change of somebody that leaves the store an owner. */
    private interface Change {
        void make(Handle tx, Member member);
    }

    private Member change(UUID id, Change change) {
        return rows.call(tx -> {
            Members.lock(tx);
            Member member = Members.require(tx, id);
            grants().require(member.role());
            change.make(tx, member);
            Members.requireOwner(tx);
            return Members.require(tx, id);
        });
    }

    private Grants grants() {
        return Grants.of(person.get());
    }

    private void refuseSelf(UUID id) {
        if (person.get() instanceof Staff self && self.id().equals(id)) {
            throw new ForbiddenException("You cannot send yourself away: ask a colleague.");
        }
    }

    private static String roleName(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new ValidationException("name", "Give the role a name of at most " + NAME_LENGTH + " letters.");
        }
        return name;
    }
}
