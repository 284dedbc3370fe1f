package com.dainostore.tenancy.outbound;

import com.dainostore.tenancy.installation.OutboundSettings;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A small internet, with a server outside and one inside on the same port, and the names of both. */
final class World implements AutoCloseable {
    final LocalServer outside = LocalServer.plain("127.0.0.2", 0);
    final LocalServer inside = LocalServer.plain("127.0.0.1", outside.port());
    /** The addresses of a name; where there are more, each look-up takes the next. */
    final Map<String, List<String>> names = new HashMap<>(Map.of(
            "shop.example", List.of("127.0.0.2"),
            "other.example", List.of("127.0.0.2"),
            "inside.example", List.of("127.0.0.1"),
            "mixed.example", List.of("127.0.0.2 127.0.0.1")));

    final List<String> lookups = Collections.synchronizedList(new ArrayList<>());
    Set<String> allowed = Set.of();
    boolean onlyStandardPorts;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    String at(String address) {
        return address.replace("PORT", String.valueOf(outside.port()));
    }

    Outbound outbound(StoreId store) {
        Outbound outbound = new Outbound() {
            @Override
            boolean isPublic(InetAddress address) {
                return address.getHostAddress().equals("127.0.0.2");
            }

            @Override
            boolean isStandard(int port) {
                return onlyStandardPorts ? super.isStandard(port) : port > 1000;
            }

            @Override
            ScheduledFuture<?> schedule(Runnable work, long millis) {
                return timer.schedule(work, millis, TimeUnit.MILLISECONDS);
            }
        };
        outbound.names = new Names() {
            @Override
            InetAddress[] addresses(String host) throws UnknownHostException {
                return resolve(host);
            }
        };
        outbound.settings = settings();
        enter(outbound, store);
        return outbound;
    }

    void enter(Outbound outbound, StoreId store) {
        outbound.current = new CurrentStore();
        outbound.current.enter(new Store(store, "aurora", "Aurora", StoreState.ACTIVE, "basic", "local"));
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        List<String> answers = names.get(host.toLowerCase(Locale.ROOT));
        if (answers == null) {
            return host.endsWith(".example") ? unknown(host) : InetAddress.getAllByName(host);
        }
        int before = Collections.frequency(lookups, host);
        lookups.add(host);
        return Arrays.stream(answers.get(Math.min(before, answers.size() - 1)).split(" "))
                .map(World::literal)
                .toArray(InetAddress[]::new);
    }

    private static InetAddress[] unknown(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Instance<OutboundSettings> settings() {
        return (Instance<OutboundSettings>) Proxy.newProxyInstance(
                World.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> new OutboundSettings(allowed));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        outside.close();
        inside.close();
    }
}
