package com.dainostore.console;

import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All addresses of a console as its sources have them, so that a page which is added is attacked without being named anywhere. */
final class ConsolePages {
    private ConsolePages() {}

    /** The pages and servlets of a console, without what is before their name. */
    static Set<String> of(String console) throws IOException {
        Path sources =
                SharedServer.target().resolveSibling("../admin-war/src/main").normalize();
        Pattern servlet = Pattern.compile("@WebServlet\\([^)]*\"/" + console + "/([a-z-]+)\"");
        try (Stream<Path> views = Files.list(sources.resolve("webapp").resolve(console));
                Stream<Path> classes = Files.walk(sources.resolve("java"))) {
            Set<String> pages = views.map(view -> view.getFileName().toString())
                    .filter(name -> name.endsWith(".xhtml"))
                    .map(name -> name.replace(".xhtml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            for (Path source :
                    classes.filter(file -> file.toString().endsWith(".java")).toList()) {
                servlet.matcher(Files.readString(source))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(pages::add);
            }
            return pages;
        }
    }
}
