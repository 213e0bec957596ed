package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A resource of the file (FHIRリソース) with the address others of the bundle know it by. Two that say the same are two.
final class Resource {
    private final String fullUrl;
    private final JsonValue node;

    Resource(String fullUrl, JsonValue node) {
        this.fullUrl = fullUrl;
        this.node = node;
    }

    String fullUrl() {
        return fullUrl;
    }

    JsonValue node() {
        return node;
    }

    String type() {
        return node.text("resourceType");
    }

    String id() {
        return node.text("id");
    }

    /// Its id, else its address, else what it says: never its place.
    String name() {
        if (!id().isEmpty() || !fullUrl.isEmpty()) {
            return id().isEmpty() ? fullUrl : id();
        }
        return "said-" + HexFormat.of().toHexDigits(node.hashCode());
    }

    String text(String path) {
        return node.text(path);
    }

    List<JsonValue> all(String path) {
        return node.all(path);
    }

    /// The last names of its profiles, without their versions.
    Stream<String> profiles() {
        return node.all("meta.profile").stream().map(profile -> {
            var url = profile.text();
            var plain = url.contains("|") ? url.substring(0, url.indexOf('|')) : url;
            return plain.substring(plain.lastIndexOf('/') + 1);
        });
    }

    boolean is(String type) {
        return type().equals(type);
    }

    boolean hasProfile(String part) {
        return profiles().anyMatch(profile -> profile.contains(part));
    }

    /// What a person would look for to find it.
    String where() {
        return fullUrl.isEmpty() ? type() + "/" + id() : type() + " " + fullUrl;
    }

    /// Whether it was sent by mistake and means nothing (誤入力).
    boolean isMistake() {
        return text("status").equals("entered-in-error")
                || node.all("verificationStatus.coding").stream()
                        .anyMatch(coding -> coding.text("code").equals("entered-in-error"));
    }

    /// The file it carries, where it carries one.
    JsonValue form() {
        var attachment = node.at("content.attachment");
        return attachment.exists() ? attachment : node.at("presentedForm");
    }
}
