package com.dainostore.tenancy.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The console session of the current request. The door enters it together with the person. */
@RequestScoped
public class CurrentSession {
    private @Nullable OperatorSession session;

    public Optional<OperatorSession> get() {
        return Optional.ofNullable(session);
    }

    /** The session; refuses where there is none. */
    public OperatorSession require() {
        return get().orElseThrow(UnauthenticatedException::noSession);
    }

    public void enter(OperatorSession entering) {
        session = entering;
    }
}
