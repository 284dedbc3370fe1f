package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.BoundedEntries;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.mail.MailMessage;
import com.dainostore.tenancy.mail.Mails;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What knows the people of one store, put together without a container: each call of {@link #rows} is a transaction. */
final class TestTeam implements AutoCloseable {
    static final String PASSWORD = "correct horse";
    /** Stands still: a code would run out during a test. */
    static final Clock NOW = Clock.fixed(Instant.now(), ZoneOffset.UTC);

    private static final String HASH = new Passwords().hash(PASSWORD.toCharArray());
    private static final Pattern LINK = Pattern.compile("https?://\\S+[?]link=(\\S+)");

    final StoreId store;
    final String host;
    final List<MailMessage> mails = new ArrayList<>();
    final Keys keys = new Keys();
    private final EntityManagerFactory unit;
    private final InstallationSettings settings;

    TestTeam(TestDatabase database, StoreId store, String handle, Path folder) {
        this.store = store;
        this.host = handle + ".shops.test";
        this.unit = TestUnits.of(database, store);
        this.settings = new InstallationSettings(
                8080,
                folder,
                "shops.test",
                URI.create("https://shops.test:8443"),
                List.of(),
                Optional.empty(),
                "operator@localhost",
                Optional.empty(),
                folder.resolve("../master.key"),
                Optional.empty(),
                false);
        keys.open(folder.resolve("master.key"), folder.resolve("home/keys"));
        keys.create(new KeyOwner.OfStore(store));
    }

    final RecordedAudit audit = new RecordedAudit();

    final StoreRows rows = new StoreRows() {
        @Override
        public void note(String action, Object resourceId, Changes changes) {
            TestTeam.this.audit.record(action, resourceId.toString(), changes);
        }

        @Override
        public void note(Actor who, String action, Object resourceId, Changes changes) {
            TestTeam.this.audit.record(who, action, resourceId.toString(), changes);
        }

        @Override
        public <T> T call(InTransaction<T> work) {
            EntityManager entities = unit.createEntityManager();
            entities.getTransaction().begin();
            try {
                StoreRows inner = new StoreRows();
                inner.store = entities;
                T result = inner.call(work);
                entities.getTransaction().commit();
                return result;
            } finally {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
                entities.close();
            }
        }
    };

    /** Somebody who has joined, with the password {@link #PASSWORD}. */
    UUID member(String email, Role role) {
        return rows.call(tx -> {
            UUID id = Members.invite(tx, email, "Somebody", role);
            tx.execute("UPDATE people SET password_hash = ?, joined_at = now() WHERE id = ?", HASH, id);
            return id;
        });
    }

    Member find(UUID id) {
        return rows.call(tx -> Members.require(tx, id));
    }

    /** A request of somebody of the team, with a session of theirs. */
    CurrentPerson request(UUID id) {
        StaffRow row = rows.call(tx -> People.active(tx, id)).orElseThrow();
        return request(row.staff(store, Scopes.STAFF));
    }

    CurrentPerson request(Person who) {
        CurrentPerson person = request();
        person.enter(who);
        return person;
    }

    /** A request of nobody. */
    CurrentPerson request() {
        CurrentPerson person = TestPeople.nobody();
        person.store = current();
        person.comesFrom("192.0.2.7");
        return person;
    }

    Team team(CurrentPerson person) {
        Team team = new Team();
        team.person = person;
        team.rows = rows;
        team.letters = letters();
        return team;
    }

    Team team(UUID id) {
        return team(request(id));
    }

    StaffAccounts accounts(CurrentPerson person) {
        StaffAccounts accounts = new StaffAccounts();
        accounts.current = current();
        accounts.person = person;
        accounts.rows = rows;
        accounts.passwords = new Passwords();
        accounts.letters = letters();
        accounts.signIns = new SignIns();
        accounts.signIns.passwords = accounts.passwords;
        accounts.signIns.person = person;
        accounts.signIns.secondFactors = new SecondFactors();
        accounts.signIns.refusals = new BoundedEntries();
        accounts.signIns.secondFactors.keys = keys;
        accounts.signIns.secondFactors.clock = NOW;
        return accounts;
    }

    StaffAccounts accounts() {
        return accounts(request());
    }

    OwnAccount own(CurrentPerson person) {
        OwnAccount own = new OwnAccount();
        own.person = person;
        own.session = new CurrentSession();
        own.rows = rows;
        own.current = current();
        own.staff = accounts(person);
        own.signIns = own.staff.signIns;
        own.passwords = own.staff.passwords;
        own.secondFactors = own.signIns.secondFactors;
        own.letters = own.staff.letters;
        return own;
    }

    OwnAccount own(UUID id) {
        return own(request(id));
    }

    IssuedToken signIn(String email, String password) {
        return signIn(email, password, "");
    }

    IssuedToken signIn(String email, String password, String code) {
        return accounts().signIn(email, password.toCharArray(), code, TokenWish.usual());
    }

    Optional<Staff> authenticate(IssuedToken token) {
        BearerToken bearer = BearerToken.parse(token.token()).orElseThrow();
        return accounts().authenticate(bearer, bearer.store().orElseThrow());
    }

    /** The link in the last mail. */
    String link() {
        Matcher link = LINK.matcher(mails.get(mails.size() - 1).text());
        if (!link.find()) {
            throw new AssertionError("The last mail has no link");
        }
        return link.group(1);
    }

    <T> T query(String sql, Class<T> type) {
        return rows.call(tx -> tx.select(sql).mapTo(type).one());
    }

    int update(String sql, Object... arguments) {
        return rows.call(tx -> tx.execute(sql, arguments));
    }

    private CurrentStore current() {
        CurrentStore current = new CurrentStore();
        current.enter(new Store(
                store, host.substring(0, host.indexOf('.')), "Aurora", StoreState.ACTIVE, "standard", "local"));
        return current;
    }

    private StaffLetters letters() {
        StaffLetters letters = new StaffLetters();
        letters.current = current();
        letters.settings = settings;
        letters.mails = new Mails() {
            @Override
            public UUID send(MailMessage message) {
                mails.add(message);
                return UUID.randomUUID();
            }
        };
        return letters;
    }

    @Override
    public void close() {
        unit.close();
    }
}
