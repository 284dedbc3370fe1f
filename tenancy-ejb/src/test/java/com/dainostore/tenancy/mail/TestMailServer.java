package com.dainostore.tenancy.mail;

import com.dainostore.tenancy.installation.MailSettings;
import com.dainostore.tenancy.installation.MailSettings.SmtpServer;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** The way to a mail server without a container. */
final class TestMailServer {
    private TestMailServer() {}

    static MailServer of(SmtpServer server) {
        return of(Optional.of(server));
    }

    static MailServer none() {
        return of(Optional.empty());
    }

    private static MailServer of(Optional<SmtpServer> server) {
        MailServer mailServer = new MailServer();
        mailServer.settings = instance(new MailSettings("shops@example.com", server));
        return mailServer;
    }

    @SuppressWarnings("unchecked")
    static <T> Instance<T> instance(T value) {
        return (Instance<T>) Proxy.newProxyInstance(
                TestMailServer.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, a) -> {
                    if (method.getName().equals("get")) {
                        return value;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
