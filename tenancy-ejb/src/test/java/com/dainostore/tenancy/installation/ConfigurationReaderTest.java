package com.dainostore.tenancy.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {

    @Test
    void withoutAnyKeyThePlatformRunsOnLocalhostWithItsEmbeddedDatabase() {
        InstallationSettings settings = read(Map.of());

        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.platformDomain()).isEqualTo("localhost");
        assertThat(settings.publicUrl()).hasToString("http://localhost:8080");
        assertThat(settings.registry()).isEmpty();
        assertThat(settings.demo()).isTrue();
        assertThat(settings.operatorEmail()).isEqualTo("operator@localhost");
        assertThat(settings.masterKeyFile().toString()).endsWith("/.config/dainostore/master.key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dainostore.http.port | 0",
                "dainostore.http.port | eighty",
                "dainostore.http.port | 65536",
                "dainostore.platform.domain | not a domain",
                "dainostore.platform.domain | -x.example",
                "dainostore.platform.domain | a..b",
                "dainostore.public.url | ftp://example.com",
                "dainostore.public.url | https://example.com/path",
                "dainostore.public.url | https://",
                "dainostore.http.trusted-proxies | everyone",
                "dainostore.http.trusted-proxies | 10.0.0.0/99",
                "dainostore.http.trusted-proxies | 10.0.0.256",
                "dainostore.http.trusted-proxies | 10.0.0",
                "dainostore.http.trusted-proxies | fd00::/129",
                "dainostore.registry.url | jdbc:mysql://localhost/x",
                "dainostore.operator.email | nobody",
                "dainostore.dns.server | here",
                "dainostore.demo | yes",
                "dainostore.operator.password.file | /does/not/exist",
            })
    void aBadValueStopsTheStartWithItsName(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith(key + " must be ");
    }

    @Test
    void anUnknownKeyStopsTheStartWithItsNameAndTheKnownOnes() {
        assertThatThrownBy(() -> ConfigurationReader.refuseUnknown(List.of("user.home", "dainostore.http.prot")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("dainostore.http.prot")
                .hasMessageContaining("dainostore.http.port");
    }

    @Test
    void knownKeysAndThoseOfOthersPass() {
        ConfigurationReader.refuseUnknown(
                List.of("user.home", "dainostore.http.port", "dainostore.operator.password.file"));
    }

    @Test
    void theMasterKeyMayNotLieBelowTheHomeFolder(@TempDir Path home) {
        assertThatThrownBy(() -> read(Map.of(
                        "dainostore.home", home.toString(),
                        "dainostore.master.key.file",
                                home.resolve("x/../keys/master.key").toString())))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("dainostore.master.key.file");
    }

    @Test
    void aSecretCanComeFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "correct horse\n");

        InstallationSettings settings = read(Map.of("dainostore.operator.password.file", file.toString()));

        assertThat(settings.operatorPassword()).contains("correct horse");
    }

    @Test
    void anExistingRegistryBringsNoDemoStores() {
        InstallationSettings settings = read(Map.of(
                "dainostore.registry.url", "jdbc:postgresql://db/registry",
                "dainostore.registry.user", "dainostore",
                "dainostore.registry.password", "secret"));

        assertThat(settings.demo()).isFalse();
        assertThat(settings.registry()).get().hasToString("jdbc:postgresql://db/registry as dainostore");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void domainsAreComparedInOneForm() {
        assertThat(read(Map.of("dainostore.platform.domain", "Müller.Example")).platformDomain())
                .isEqualTo("xn--mller-kva.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dainostore.mail.host | not a host",
                "dainostore.mail.from | nobody",
                "dainostore.mail.from | a@example.com, b@example.com",
                "dainostore.mail.port | 0",
                "dainostore.mail.tls | maybe",
                "dainostore.mail.password.file | /does/not/exist",
            })
    void aBadValueOfTheMailServerStopsTheStart(String key, String value) {
        Map<String, String> values = new HashMap<>(Map.of("dainostore.mail.host", "mail.example.com"));
        values.put(key, value);
        assertThatThrownBy(() -> mail(values))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith(key + " must be ");
    }

    @Test
    void withoutAServerMailComesFromThePlatformsDomainLater() {
        MailSettings mail = mail(Map.of("dainostore.platform.domain", "shops.example"));

        assertThat(mail.server()).isEmpty();
        assertThat(mail.from()).isEqualTo("noreply@shops.example");
    }

    @ParameterizedTest
    @CsvSource({"none, 25", "starttls, 587", "implicit, 465"})
    void theMailServersPortFollowsFromItsEncryption(String tls, int port) {
        MailSettings mail = mail(Map.of("dainostore.mail.host", "mail.example.com", "dainostore.mail.tls", tls));

        assertThat(mail.server().orElseThrow().port()).isEqualTo(port);
    }

    @Test
    void halfAMailServerStopsTheStart() {
        assertThatThrownBy(() -> mail(Map.of("dainostore.mail.user", "x", "dainostore.mail.password", "secret")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("dainostore.mail.host must be ")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> mail(Map.of("dainostore.mail.host", "x", "dainostore.mail.user", "x")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("dainostore.mail.password must be ");
    }

    private static MailSettings mail(Map<String, String> values) {
        return new ConfigurationReader(key -> Optional.ofNullable(values.get(key))).readMail();
    }

    private static InstallationSettings read(Map<String, String> values) {
        return new ConfigurationReader(key -> Optional.ofNullable(values.get(key))).read();
    }
}
