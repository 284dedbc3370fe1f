package com.dainostore.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasARoute() throws Exception {
        Set<String> routes = routes();
        assertThat(routes).hasSizeGreaterThan(10);
        assertThat(described()).isEqualTo(routes);
    }

    @Test
    void everyPathParameterIsDescribed() throws Exception {
        document().getJsonObject("paths").forEach((path, item) -> item.asJsonObject()
                .forEach((method, operation) -> assertThat(parameters(operation))
                        .as(method + " " + path)
                        .containsExactlyInAnyOrderElementsOf(variables(path))));
    }

    @Test
    void everyReferenceLeadsSomewhere() throws Exception {
        JsonObject document = document();
        references(document).forEach(reference -> assertThat(
                        Json.createPointer(reference.substring(1)).containsValue(document))
                .as(reference)
                .isTrue());
    }

    private static Set<String> described() throws IOException {
        Set<String> described = new TreeSet<>();
        document().getJsonObject("paths").forEach((path, item) -> item.asJsonObject()
                .keySet()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return described;
    }

    private static Set<String> routes() throws Exception {
        Set<String> routes = new TreeSet<>();
        for (Class<?> resource : resources()) {
            for (Method method : resource.getDeclaredMethods()) {
                verbs(method).forEach(verb -> routes.add(verb + " " + path(resource, method)));
            }
        }
        return routes;
    }

    private static List<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .toList();
    }

    private static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return "/api" + resource.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
    }

    private static List<Class<?>> resources() throws IOException, URISyntaxException {
        java.nio.file.Path root = java.nio.file.Path.of(OpenApi.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace(java.io.File.separatorChar, '.'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OpenApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> parameters(JsonValue operation) {
        return operation.asJsonObject().getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(parameter -> parameter.getString("in", "").equals("path"))
                .map(parameter -> parameter.getString("name"))
                .toList();
    }

    private static List<String> variables(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> segment.startsWith("{"))
                .map(segment -> segment.substring(1, segment.length() - 1))
                .toList();
    }

    private static Stream<String> references(JsonValue value) {
        if (value instanceof JsonObject object) {
            Stream<String> own =
                    object.get("$ref") instanceof JsonString text ? Stream.of(text.getString()) : Stream.of();
            return Stream.concat(own, object.values().stream().flatMap(OpenApiTest::references));
        }
        return value instanceof JsonStructure array
                ? array.asJsonArray().stream().flatMap(OpenApiTest::references)
                : Stream.of();
    }

    private static JsonObject document() throws IOException {
        try (InputStream in = OpenApi.class.getResourceAsStream(OpenApi.DOCUMENT);
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }
}
