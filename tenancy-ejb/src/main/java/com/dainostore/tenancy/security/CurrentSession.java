package com.dainostore.tenancy.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The console session of the current request. The door enters it together with the person. */
@RequestScoped
public class CurrentSession {
    private @Nullable ConsoleSession session;

    public Optional<ConsoleSession> get() {
        return Optional.ofNullable(session);
    }

    /** The session; refuses where there is none. */
    public ConsoleSession require() {
        return get().orElseThrow(UnauthenticatedException::noSession);
    }

    /** The session of an operator; refuses where there is none. */
    public OperatorSession requireOperator() {
        return require() instanceof OperatorSession operator ? operator : refuse();
    }

    private static OperatorSession refuse() {
        throw UnauthenticatedException.noSession();
    }

    public void enter(ConsoleSession entering) {
        session = entering;
    }
}
