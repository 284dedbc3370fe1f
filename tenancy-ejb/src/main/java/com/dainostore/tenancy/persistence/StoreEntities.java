package com.dainostore.tenancy.persistence;

import java.util.List;

/** The entity classes that a part of the application keeps in every store's database; found as CDI beans. */
public interface StoreEntities {
    List<Class<?>> classes();
}
