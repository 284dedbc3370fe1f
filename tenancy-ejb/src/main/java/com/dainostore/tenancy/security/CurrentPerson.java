package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.CurrentActor;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreMismatchException;
import com.dainostore.tenancy.security.Person.Anonymous;
import com.dainostore.tenancy.security.Person.Operator;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The person behind the current request, and the address they ask from. The door sets both; background work is
 * nobody's until it enters as {@link Person.Work}.
 */
@RequestScoped
public class CurrentPerson {
    @Inject
    CurrentStore store;

    @Inject
    CurrentActor actor;

    private Person person = new Anonymous();
    private String address = "";

    public Person get() {
        return person;
    }

    /** Sets the person of this request. A request that has one cannot become another's. */
    public void enter(Person entering) {
        if (!(person instanceof Anonymous) && !person.equals(entering)) {
            throw new ForbiddenException("Send the credentials of one person only.");
        }
        person = entering;
        actor.enter(actor(entering));
    }

    /** How the audit log names somebody. */
    private static Actor actor(Person person) {
        if (person instanceof Staff staff) {
            return new Actor(Actor.Kind.STAFF, staff.id().toString(), staff.email());
        }
        if (person instanceof Operator operator) {
            return new Actor(Actor.Kind.OPERATOR, operator.id().toString(), operator.email());
        }
        return person instanceof Person.Work work ? Actor.platform(work.kind()) : Actor.visitor();
    }

    /** @param clientAddress the IP address of the client, behind the proxies that are trusted */
    public void comesFrom(String clientAddress) {
        address = clientAddress;
        actor.comesFrom(clientAddress);
    }

    /** The IP address of the client; empty in background work. */
    public String address() {
        return address;
    }

    /** The operator, where the token allows this; refuses everybody else. */
    public Operator requireOperator(String scope) {
        if (person instanceof Operator operator) {
            requireScope(operator.scopes(), scope);
            return operator;
        }
        throw refusal("This is for operators of the platform.");
    }

    /** Refuses everybody who may not act so in this area of the current store. */
    public void require(Area area, Level action) {
        authorize(new Resource(store.require().id(), area), action);
    }

    /** Refuses everybody who may not act so on the resource: another store's first, then by token, then by role. */
    public void authorize(Resource resource, Level action) {
        if (!store.require().id().equals(resource.store())) {
            throw new StoreMismatchException();
        }
        Access.authorize(person, resource, action);
    }

    /** One of the current store's staff, whatever their role: for what concerns only themselves. Refuses everybody else. */
    public Staff requireStaff() {
        if (person instanceof Staff staff) {
            requireOwnStore(staff);
            return staff;
        }
        throw refusal("This is for the staff of the store.");
    }

    private void requireOwnStore(Staff staff) {
        if (!store.require().id().equals(staff.store())) {
            throw new StoreMismatchException();
        }
    }

    private static void requireScope(Set<String> allowed, String needed) {
        if (!allowed.contains(needed)) {
            throw new ForbiddenException("Your token or your role does not allow this.");
        }
    }

    private RuntimeException refusal(String message) {
        return person instanceof Anonymous ? UnauthenticatedException.noToken() : new ForbiddenException(message);
    }
}
