package com.dainostore.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a page of Debian's Chromium, in a context of its own; a test fails when the page reported an error on its
 * console or asked another host for something.
 *
 * <p>{@code *.localhost} and {@code *.shops.test} lead to this machine, all other names nowhere. Where there is no
 * Chromium the test is skipped, except with {@code CI=true}.
 */
public final class Browser implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Browser.class);
    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP *.shops.test 127.0.0.1, MAP shops.test 127.0.0.1, "
                    + "MAP *.localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

    @Override
    public void beforeEach(ExtensionContext context) {
        Opened opened = new Opened(chromium(context).browser.newContext());
        context.getStore(NAMESPACE).put(Opened.class, opened);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Opened opened = context.getStore(NAMESPACE).remove(Opened.class, Opened.class);
        opened.context.close();
        if (context.getExecutionException().isEmpty() && !opened.complaints.isEmpty()) {
            throw new AssertionError("The page complained: " + String.join("; ", opened.complaints));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Page.class
                || parameter.getParameter().getType() == BrowserContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Opened opened = context.getStore(NAMESPACE).get(Opened.class, Opened.class);
        return parameter.getParameter().getType() == Page.class ? opened.context.newPage() : opened.context;
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(executable()), Chromium.class);
    }

    private static Path executable() {
        return CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElseGet(() -> {
            String missing = "Chromium is missing (Debian's package chromium)";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(missing);
            }
            Assumptions.abort(missing);
            throw new AssertionError(missing);
        });
    }

    private static final class Opened {
        private final BrowserContext context;
        private final List<String> complaints = new ArrayList<>();

        Opened(BrowserContext context) {
            this.context = context;
            context.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    complaints.add(message.text());
                }
            });
            context.onWebError(error -> complaints.add(error.error()));
            context.onRequestFailed(request -> {
                if (request.failure() != null && request.failure().contains("ERR_NAME_NOT_RESOLVED")) {
                    complaints.add("asked a foreign host: " + request.url());
                }
            });
        }
    }

    private static final class Chromium implements AutoCloseable {
        private final Playwright playwright;
        private final com.microsoft.playwright.Browser browser;

        Chromium(Path executable) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            List<String> flags = new ArrayList<>(FLAGS);
            if ("root".equals(System.getProperty("user.name"))) {
                flags.add("--no-sandbox");
            }
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(flags));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
