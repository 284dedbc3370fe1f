package com.dainostore.tenancy.insight;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.security.Member;
import com.dainostore.tenancy.security.TeamOverview;
import com.dainostore.tenancy.storage.StoreFiles;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Reads the figures of the current store. */
@Stateless
@StoreScoped
@Unguarded("Whoever reads is an operator and nobody of the store; StoreInsight has asked.")
public class InsideStore {
    @Inject
    EntityManager entities;

    @EJB
    StoreFiles files;

    @EJB
    TeamOverview team;

    public StoreFigures read() {
        Number bytes = (Number) entities.createNativeQuery("SELECT pg_database_size(current_database())")
                .getSingleResult();
        List<Member> present = team.present();
        return new StoreFigures(
                bytes.longValue(),
                files.usage(),
                present.size(),
                present.stream().filter(member -> member.role().isOwner()).toList());
    }
}
