package com.dainostore.tenancy.configuration;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** The rules that CDI would find. */
record Rules(List<ChangeRule> all) implements Instance<ChangeRule> {
    Rules(ChangeRule... rules) {
        this(List.of(rules));
    }

    @Override
    public Iterator<ChangeRule> iterator() {
        return all.iterator();
    }

    @Override
    public ChangeRule get() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instance<ChangeRule> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ChangeRule> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ChangeRule> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        return all.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return all.size() > 1;
    }

    @Override
    public void destroy(ChangeRule instance) {
        // Nothing holds them.
    }

    @Override
    public Handle<ChangeRule> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<ChangeRule>> handles() {
        throw new UnsupportedOperationException();
    }
}
