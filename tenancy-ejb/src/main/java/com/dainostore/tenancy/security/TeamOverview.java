package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;

/** The team of the current store for those who are not of it: operators. */
@Stateless
@StoreScoped
@Unguarded("Those who read it are operators, who are nobody in a store; what they read it with has asked.")
public class TeamOverview {
    @EJB
    StoreRows rows;

    /** Everybody who has joined or may join. */
    public List<Member> present() {
        return rows.call(Members::all).stream()
                .filter(member -> member.state() != Member.State.DEACTIVATED)
                .toList();
    }
}
