package com.dainostore.shop.demo;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.provisioning.ProvisionStore;
import com.dainostore.tenancy.provisioning.Provisioning;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;

/**
 * Asks for each demo store that is not there yet and leaves the work of filling it, which waits until the store is ready.
 * The owner of both is {@code owner@<handle>.example} with the password in {@link DemoPassword}.
 */
@ApplicationScoped
public class DemoStoresJob implements JobHandler {
    static final String KIND = "demo-stores";

    @Inject
    Directory directory;

    @Inject
    Provisioning provisioning;

    @Inject
    Passwords passwords;

    @Inject
    DemoPassword password;

    @Inject
    Jobs jobs;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void run(Job job) throws IOException {
        char[] owners = password.read();
        for (DemoStore demo : DemoStore.values()) {
            Optional<StoreId> there = directory.byHandle(demo.handle()).map(Store::id);
            StoreId store = there.orElseGet(() -> request(demo, owners));
            jobs.enqueue(Optional.of(store), DemoGoodsJob.KIND, "{\"demo\":\"" + demo.handle() + "\"}");
        }
    }

    private StoreId request(DemoStore demo, char[] owners) {
        ProvisionStore wish = new ProvisionStore(
                demo.handle(),
                demo.title(),
                "standard",
                "local",
                Optional.empty(),
                "owner@" + demo.handle() + ".example",
                Optional.of(passwords.hash(owners)),
                demo.settings());
        return provisioning.request(wish, null, "platform").store();
    }
}
