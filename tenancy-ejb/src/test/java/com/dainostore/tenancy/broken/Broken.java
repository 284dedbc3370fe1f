package com.dainostore.tenancy.broken;

import com.dainostore.shop.broken.BrokenShop;
import com.dainostore.tenancy.brokencycle.Cycle;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.ejb.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One violation of each rule of tenancy. */
@SuppressWarnings("unused")
final class Broken {
    static int counter;
    static final AtomicInteger COUNTER = new AtomicInteger();
    static final List<String> NAMES = new ArrayList<>();
    final ThreadLocal<String> current = new ThreadLocal<>();

    StoreId notNamed;
    Cycle cycle;
    BrokenShop shop;
    HttpServletRequest request;
    DataSource dataSource;
    EntityManagerFactory unit;

    Connection connect() throws Exception {
        return DriverManager.getConnection("jdbc:nowhere");
    }

    Object ask() throws Exception {
        return new URL("http://169.254.169.254/").openStream();
    }

    void threads() {
        new Thread(() -> {}).start();
        CompletableFuture.runAsync(() -> {});
    }

    void swallow() {
        try {
            System.out.println(connect());
        } catch (Exception e) {
            counter++;
        }
    }

    @Schedule
    void tick() {}

    @Entity
    static final class Row {}

    @ApplicationScoped
    static class Bean {
        public String open = "";
    }

    static final class TenantManager {}
}
