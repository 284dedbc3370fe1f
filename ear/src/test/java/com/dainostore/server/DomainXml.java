package com.dainostore.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The {@code domain.xml} of a Payara domain, and what we change in it. */
final class DomainXml {
    /** Options that we replace by our own or that belong to parts we leave out. */
    private static final List<String> UNUSED_OPTIONS = List.of(
            "-Xmx",
            "-XX:NewRatio",
            "-server",
            "-Dosgi.shell",
            "-Dgosh.",
            "-Dfelix.fileinstall",
            "-Dorg.glassfish.additionalOSGiBundlesToStart",
            "-Djdbc.drivers",
            "-Djdk.attach");

    /** Bounds for one HTTP connection and request. Times in seconds unless the name says otherwise. */
    private static final Map<String, String> HTTP = Map.ofEntries(
            Map.entry("server-header", "false"),
            Map.entry("xpowered-by", "false"),
            // The application sends its own.
            Map.entry("xframe-options", "false"),
            Map.entry("trace-enabled", "false"),
            // Neither is used; an upgrade in clear text is one more way past a proxy's eyes.
            Map.entry("http2-enabled", "false"),
            Map.entry("websockets-support-enabled", "false"),
            Map.entry("timeout-seconds", "30"),
            Map.entry("request-timeout-seconds", "120"),
            Map.entry("connection-upload-timeout-millis", "60000"),
            Map.entry("max-connections", "10000"),
            Map.entry("header-buffer-length-bytes", "16384"),
            Map.entry("max-request-headers", "100"),
            // The form of a product with all the variants, pictures and fields that it can hold.
            Map.entry("max-request-parameters", "5000"),
            Map.entry("max-form-post-size-bytes", "2097152"),
            Map.entry("max-swallowing-input-bytes", "2097152"));

    private static final String HTTP_LISTENER = "http-listener-1";

    /** Disabled alone, they would still answer 403 in the place of the application's own. */
    private static final Map<String, String> OFF = Map.of("enabled", "false", "virtual-servers", "none");

    private final Path file;
    private final Document document;

    DomainXml(Path file) throws IOException {
        this.file = file;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Not a domain of Payara Server: " + file, e);
        }
    }

    void makeLean(int port) {
        remove("config", named("default-config"));
        listenOnlyOn(port);
        closeTheServersOwnDoors();
        leaveOutWhatNobodyUses();
        sizeThePools();
    }

    /**
     * Without a listener of its own the administration would move to ours, in front of the application. So it keeps one:
     * on a port that nobody is told, behind a password that nobody knows.
     */
    private void listenOnlyOn(int port) {
        remove("network-listener", named("http-listener-2"));
        remove("protocol", named("http-listener-2"));
        set("virtual-server", e -> e.getAttribute("id").equals("server"), Map.of("network-listeners", HTTP_LISTENER));
        set("network-listener", Map.of("address", "127.0.0.1", "port", "0"));
        set("network-listener", named(HTTP_LISTENER), Map.of("port", String.valueOf(port)));
        set("http", HTTP);
    }

    /** They would answer on every host, before any filter of the application. */
    private void closeTheServersOwnDoors() {
        for (String name : List.of("metrics", "healthcheck", "openapi")) {
            replace("server-config", "microprofile-" + name + "-configuration", OFF);
        }
        set("iiop-listener", Map.of("enabled", "false", "address", "127.0.0.1"));
        set("jmx-connector", Map.of("enabled", "false", "address", "127.0.0.1"));
        replace("server-config", "hazelcast-config-specific-configuration", Map.of("enabled", "false"));
        // Absent it would be an embedded broker on all addresses.
        Element jms = replace("server-config", "jms-service", Map.of("type", "DISABLED", "default-jms-host", "none"));
        add(jms, "jms-host", Map.of("name", "none", "host", "localhost", "port", "${JMS_PROVIDER_PORT}"));
    }

    private void leaveOutWhatNobodyUses() {
        remove("jdbc-resource", e -> true);
        remove("jdbc-connection-pool", e -> true);
        remove("resource-ref", e -> true);
        // Timers that are not persistent need no database of the server's own.
        Element ejb = replace("server-config", "ejb-container", Map.of());
        add(ejb, "ejb-timer-service", Map.of("ejb-timer-service", "Dummy"));
    }

    private void sizeThePools() {
        // As many as may wait for databases at once; one store's pool is far smaller.
        int requests = Math.max(32, 8 * Runtime.getRuntime().availableProcessors());
        set(
                "thread-pool",
                named("http-thread-pool"),
                Map.of("min-thread-pool-size", "8", "max-thread-pool-size", String.valueOf(requests)));
        set("transaction-service", Map.of("timeout-in-seconds", "300"));
    }

    /** The options the domain asks for, with its variables filled in, for the Java that runs us. */
    List<String> jvmOptions(Path installation, Path domain) {
        int feature = Runtime.version().feature();
        return elements("jvm-options")
                .filter(e -> ((Element) e.getParentNode().getParentNode())
                        .getAttribute("name")
                        .equals("server-config"))
                .flatMap(e -> JvmOption.forJava(feature, e.getTextContent().strip()).stream())
                .filter(option -> UNUSED_OPTIONS.stream().noneMatch(option::startsWith))
                .map(option -> option.replace("${com.sun.aas.installRoot}", installation.toString())
                        .replace("${com.sun.aas.instanceRoot}", domain.toString()))
                .toList();
    }

    void save() throws IOException {
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (TransformerException e) {
            throw new IOException("Cannot write " + file, e);
        }
    }

    private static Predicate<Element> named(String name) {
        return element -> element.getAttribute("name").equals(name);
    }

    private Stream<Element> elements(String tag) {
        NodeList found = document.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList().stream();
    }

    private void remove(String tag, Predicate<Element> which) {
        elements(tag).filter(which).forEach(e -> e.getParentNode().removeChild(e));
    }

    private void set(String tag, Map<String, String> attributes) {
        set(tag, e -> true, attributes);
    }

    private void set(String tag, Predicate<Element> which, Map<String, String> attributes) {
        elements(tag).filter(which).forEach(e -> attributes.forEach(e::setAttribute));
    }

    private Element replace(String config, String tag, Map<String, String> attributes) {
        remove(tag, e -> true);
        Element parent = elements("config").filter(named(config)).findFirst().orElseThrow();
        return add(parent, tag, attributes);
    }

    private Element add(Element parent, String tag, Map<String, String> attributes) {
        Element element = document.createElement(tag);
        attributes.forEach(element::setAttribute);
        parent.appendChild(element);
        return element;
    }
}
