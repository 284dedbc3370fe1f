package com.dainostore.attack;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * All routes that the built archive declares: JAX-RS resources, servlets by annotation and by {@code web.xml},
 * views of Faces.
 * Read from the archive itself, so a new route is in it without anybody's doing; counts how often each was attacked.
 */
final class RouteTable {
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Map<String, String> SERVLET_METHODS =
            Map.of("doGet", "GET", "doPost", "POST", "doPut", "PUT", "doDelete", "DELETE", "service", "GET");
    private static final Map<String, String> CONTEXT_ROOTS = Map.of("storefront.war", "", "admin.war", "/admin");

    private final Set<Route> routes = new TreeSet<>();
    private final Map<Route, Map<String, Integer>> attacks = new TreeMap<>();

    /** @param archive the EAR */
    static RouteTable of(Path archive) throws IOException {
        RouteTable table = new RouteTable();
        Path folder = Files.createTempDirectory("routes");
        try (JarFile ear = new JarFile(archive.toFile())) {
            List<String> wars = ear.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".war"))
                    .toList();
            Path library = extract(ear, "tenancy-ejb.jar", folder);
            for (String war : wars) {
                String root = Optional.ofNullable(CONTEXT_ROOTS.get(war))
                        .orElseThrow(() -> new AssertionError(war + " is new: say where it answers"));
                table.read(extract(ear, war, folder), library, root);
            }
        }
        return table;
    }

    Set<Route> all() {
        return routes;
    }

    void attacked(Route route, String how) {
        synchronized (attacks) {
            attacks.computeIfAbsent(route, key -> new TreeMap<>()).merge(how, 1, Integer::sum);
        }
    }

    Set<String> attacksOn(Route route) {
        synchronized (attacks) {
            return Set.copyOf(attacks.getOrDefault(route, Map.of()).keySet());
        }
    }

    /** Each route with the number of attacks on it. */
    String coverage() {
        StringBuilder text = new StringBuilder("Attacks on each route of the archive:\n");
        int sum = 0;
        for (Route route : routes) {
            Map<String, Integer> done = attacks.getOrDefault(route, Map.of());
            int count = done.values().stream().mapToInt(Integer::intValue).sum();
            sum += count;
            text.append("%5d  %-12s %s%n".formatted(count, route.kind(), route));
        }
        return text.append("%5d  on %d routes%n".formatted(sum, routes.size())).toString();
    }

    private static Path extract(JarFile ear, String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = ear.getInputStream(ear.getEntry(name))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private void read(Path war, Path library, String root) throws IOException {
        JavaClasses classes =
                new ClassFileImporter().importJars(new JarFile(war.toFile()), new JarFile(library.toFile()));
        String application = classes.stream()
                .flatMap(type -> text(type, "jakarta.ws.rs.ApplicationPath", "value").stream())
                .findFirst()
                .orElse("");
        for (JavaClass type : classes) {
            if (find(type, "jakarta.servlet.annotation.WebServlet").isPresent()) {
                webServlet(type, root);
            }
            if (find(type, "jakarta.ws.rs.Path").isPresent() && !type.isInterface()) {
                resource(type, root + application);
            }
            if (find(type, "jakarta.websocket.server.ServerEndpoint").isPresent()) {
                throw new AssertionError(type.getName() + ": nobody attacks web sockets yet");
            }
        }
        descriptor(war, classes, root);
    }

    private void resource(JavaClass type, String root) {
        String base = root + text(type, "jakarta.ws.rs.Path", "value").orElse("");
        for (JavaMethod method : type.getMethods()) {
            String path = base + text(method, "jakarta.ws.rs.Path", "value").orElse("");
            for (String verb : VERBS) {
                if (find(method, "jakarta.ws.rs." + verb).isPresent()) {
                    routes.add(new Route(verb, path, queries(method), type.getSimpleName() + "." + method.getName()));
                }
            }
            boolean locator = find(method, "jakarta.ws.rs.Path").isPresent()
                    && VERBS.stream().noneMatch(verb -> find(method, "jakarta.ws.rs." + verb)
                            .isPresent());
            if (locator) {
                throw new AssertionError(method.getFullName() + ": nobody attacks sub-resource locators yet");
            }
        }
    }

    private static Set<String> queries(JavaMethod method) {
        Set<String> names = new TreeSet<>();
        method.getParameters().forEach(parameter -> {
            text(parameter, "jakarta.ws.rs.QueryParam", "value").ifPresent(names::add);
            if (find(parameter, "jakarta.ws.rs.BeanParam").isPresent()) {
                parameter.getRawType().getFields().forEach(field -> text(field, "jakarta.ws.rs.QueryParam", "value")
                        .ifPresent(names::add));
            }
        });
        return names;
    }

    private void webServlet(JavaClass type, String root) {
        JavaAnnotation<?> annotation =
                find(type, "jakarta.servlet.annotation.WebServlet").orElseThrow();
        Set<String> patterns = new LinkedHashSet<>();
        for (String property : List.of("value", "urlPatterns")) {
            annotation
                    .get(property)
                    .ifPresent(value -> patterns.addAll(Arrays.asList((Object[]) value).stream()
                            .map(String::valueOf)
                            .toList()));
        }
        patterns.forEach(pattern -> servlet(type, root, pattern));
    }

    private void servlet(JavaClass type, String root, String pattern) {
        String path = pattern.isEmpty() ? "/" : pattern.equals("/") ? "/{anything}" : pattern.replace("*", "{rest}");
        List<String> methods = type.getMethods().stream()
                .map(JavaMethod::getName)
                .filter(SERVLET_METHODS::containsKey)
                .map(SERVLET_METHODS::get)
                .distinct()
                .toList();
        (methods.isEmpty() ? List.of("GET") : methods)
                .forEach(method -> routes.add(new Route(method, root + path, Set.of(), type.getSimpleName())));
    }

    private void descriptor(Path war, JavaClasses classes, String root) throws IOException {
        try (JarFile file = new JarFile(war.toFile());
                InputStream in = file.getInputStream(file.getEntry("WEB-INF/web.xml"))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            Document document = factory.newDocumentBuilder().parse(in);
            for (Element mapping : elements(document.getElementsByTagName("servlet-mapping"))) {
                String name = texts(mapping, "servlet-name").get(0);
                if (name.equals("faces")) {
                    pages(file, root);
                    continue;
                }
                JavaClass type = elements(document.getElementsByTagName("servlet")).stream()
                        .filter(servlet -> texts(servlet, "servlet-name").contains(name))
                        .map(servlet -> texts(servlet, "servlet-class").get(0))
                        .map(classes::get)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No class for the servlet " + name));
                texts(mapping, "url-pattern").forEach(pattern -> servlet(type, root, pattern));
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** Faces shows each of the archive's views at its path without the ending, and takes its forms there. */
    private void pages(JarFile war, String root) {
        war.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF/"))
                .forEach(name -> {
                    String path = root + "/" + name.substring(0, name.length() - ".xhtml".length());
                    routes.add(new Route("GET", path, Set.of(), name));
                    routes.add(new Route("POST", path, Set.of(), name));
                });
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> texts(Element parent, String name) {
        return elements(parent.getElementsByTagName(name)).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static Optional<JavaAnnotation<?>> find(HasAnnotations<?> annotated, String type) {
        for (JavaAnnotation<?> annotation : annotated.getAnnotations()) {
            if (annotation.getRawType().getName().equals(type)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(HasAnnotations<?> annotated, String type, String property) {
        return find(annotated, type)
                .flatMap(annotation -> annotation.get(property))
                .map(String::valueOf);
    }
}
