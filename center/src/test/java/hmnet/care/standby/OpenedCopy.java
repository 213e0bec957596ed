package hmnet.care.standby;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/// A copy opened with its code, as its own script does (開いた写し).
///
/// @param pages of all persons, one after the other
record OpenedCopy(String index, String pages) {
    static OpenedCopy of(String file, String code) {
        var pages = new StringBuilder();
        for (var part = 0; file.contains("id=\"part-" + part + "\""); part++) {
            JsonMapper.shared()
                    .readTree(block(file, "part-" + part, code))
                    .forEach(page -> pages.append(page.asString()));
        }
        return new OpenedCopy(block(file, "index", code), pages.toString());
    }

    static boolean opens(String file, String code) {
        try {
            return !block(file, "index", code).isEmpty();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof AEADBadTagException) {
                return false;
            }
            throw e;
        }
    }

    private static String block(String file, String name, String code) {
        var lines = part(file, "statement").split("\n", -1);
        var sealed = Base64.getDecoder().decode(part(file, name));
        try {
            var key =
                    new SecretKeySpec(StandbyCode.typed(code).key(HexFormat.of().parseHex(lines[3])), "AES");
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, sealed, 0, 12));
            cipher.updateAAD(
                    (lines[0] + "\n" + lines[1] + "\n" + lines[2] + "\n" + name).getBytes(StandardCharsets.UTF_8));
            var packed = cipher.doFinal(Arrays.copyOfRange(sealed, 12, sealed.length));
            try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String file, String name) {
        var found = Pattern.compile("<script[^>]* id=\"" + name + "\"[^>]*>([^<]*)</script>|<script id=\"" + name
                        + "\"[^>]*>([^<]*)</script>")
                .matcher(file);
        if (!found.find()) {
            throw new IllegalStateException("No block " + name);
        }
        return found.group(1) != null ? found.group(1) : found.group(2);
    }
}
