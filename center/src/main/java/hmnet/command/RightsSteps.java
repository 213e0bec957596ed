package hmnet.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds the page and the form of each act (手続きと画面の対応).
final class RightsSteps {
    static final String ACTS = """
            show staff|participation|stop|rules [--login LOGIN] [--facility CODE]
                  leave --login LOGIN --why WHY [--last DAY] | stay --login LOGIN
                  role --login LOGIN --profession WORD [--desk yes] --why WHY
                  renew --login LOGIN --checked in-person|identity-card|call-back --why WHY
                  slip-end --login LOGIN --why WHY
                  move --login LOGIN --facility CODE --new-login LOGIN --profession WORD [--desk yes] --why WHY
                  certificate --facility CODE --fingerprint SHA256 --why WHY
                  close --facility CODE --day DAY --records keep|end --why WHY | reopen --facility CODE --why WHY
                  stop --why WHY | resume --why WHY
                  rule --from DAY --kinds KIND,… --shown yes|no --why WHY [--professions WORD,…] [--department CODE]
                       [--delay DAYS]
                  agree|refuse renewal --login LOGIN | move --new-login LOGIN | closing --facility CODE | resumption | rule""";

    private static final Pattern ARRIVAL =
            Pattern.compile("data-move=\"([a-z0-9._-]+)\" data-path=\"(/staff/\\d+/move/agreement)\"");
    private static final Pattern WORDS = Pattern.compile(",");

    private final CentrePages pages;
    private final Options options;

    /// What each act cannot do without.
    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("show staff", List.of()),
            Map.entry("show participation", List.of()),
            Map.entry("show stop", List.of()),
            Map.entry("show rules", List.of()),
            Map.entry("leave", List.of("login", "why")),
            Map.entry("stay", List.of("login")),
            Map.entry("role", List.of("login", "profession", "why")),
            Map.entry("renew", List.of("login", "checked", "why")),
            Map.entry("slip-end", List.of("login", "why")),
            Map.entry("move", List.of("login", "facility", "new-login", "profession", "why")),
            Map.entry("certificate", List.of("facility", "fingerprint", "why")),
            Map.entry("close", List.of("facility", "day", "records", "why")),
            Map.entry("reopen", List.of("facility", "why")),
            Map.entry("stop", List.of("why")),
            Map.entry("resume", List.of("why")),
            Map.entry("rule", List.of("from", "kinds", "shown", "why")),
            Map.entry("agree renewal", List.of("login")),
            Map.entry("refuse renewal", List.of("login")),
            Map.entry("agree move", List.of("new-login")),
            Map.entry("refuse move", List.of("new-login")),
            Map.entry("agree closing", List.of("facility")),
            Map.entry("refuse closing", List.of("facility")),
            Map.entry("agree resumption", List.of()),
            Map.entry("refuse resumption", List.of()),
            Map.entry("agree rule", List.of()),
            Map.entry("refuse rule", List.of()));

    RightsSteps(CentrePages pages, Options options) {
        this.pages = pages;
        this.options = options;
    }

    /// Before anybody signs in: a code of an authenticator is good once.
    static void check(String act, Options options) {
        var needed = NEEDED.get(act);
        if (needed == null) {
            throw new Usage(RightsVerb.USAGE);
        }
        needed.stream().filter(name -> !options.has(name)).findFirst().ifPresent(name -> {
            throw new Usage("rights " + act + ": --" + name + " is missing; " + RightsVerb.USAGE);
        });
    }

    /// @param act its words, such as `leave` or `agree renewal`
    RightsStep of(String act) {
        return switch (act) {
            case "show staff" -> RightsStep.show(options.has("login") ? member() : "/staff" + facilityQuery());
            case "show participation" -> RightsStep.show("/participation" + facilityQuery());
            case "show stop" -> RightsStep.show("/disclosure-stop");
            case "show rules" -> RightsStep.show("/disclosure-rules");
            case "leave" -> looked(member(), "/leaving", form("last", "why"));
            case "stay" -> sent(member(), "/leaving/withdrawal", form());
            case "role" -> sent(member(), "/role", withDesk(form("profession", "why")));
            case "renew" -> sent(member(), "/renewal", form("checked", "why"));
            case "slip-end" -> sent(member(), "/slip/end", form("why"));
            case "move" -> sent(member(), "/move", withDesk(form("facility", "new-login", "profession", "why")));
            case "certificate" -> certificate();
            case "close" -> closing("", form("day", "records", "why"));
            case "reopen" -> closing("", form("why"));
            case "stop" -> looked("/disclosure-stop", "", form("why"));
            case "resume" -> looked("/disclosure-stop", "/resumption", form("why"));
            case "rule" -> looked("/disclosure-rules", "", rule());
            case "agree renewal" -> sent(member(), "/renewal/agreement", form());
            case "refuse renewal" -> sent(member(), "/renewal/agreement/refusal", form());
            case "agree move" -> new RightsStep("/staff", null, arrival(), form());
            case "refuse move" -> new RightsStep("/staff", null, arrival() + "/refusal", form());
            case "agree closing" -> closing("/agreement", form());
            case "refuse closing" -> closing("/agreement/refusal", form());
            case "agree resumption" -> sent("/disclosure-stop", "/resumption/agreement", form());
            case "refuse resumption" -> sent("/disclosure-stop", "/resumption/agreement/refusal", form());
            case "agree rule" -> sent("/disclosure-rules", "/agreement", form());
            case "refuse rule" -> sent("/disclosure-rules", "/agreement/refusal", form());
            // From outside: words typed at a shell.
            default -> throw new Usage(RightsVerb.USAGE);
        };
    }

    private static RightsStep looked(String shown, String path, List<Map.Entry<String, String>> form) {
        return new RightsStep(shown, shown + path + "/look", shown + path, form);
    }

    private static RightsStep sent(String shown, String path, List<Map.Entry<String, String>> form) {
        return new RightsStep(shown, null, shown + path, form);
    }

    private RightsStep closing(String path, List<Map.Entry<String, String>> form) {
        return new RightsStep(
                "/participation" + facilityQuery(),
                null,
                "/participation/" + needed("facility") + "/closing" + path,
                form);
    }

    private RightsStep certificate() {
        var path = "/participation/" + needed("facility") + "/certificates/" + needed("fingerprint") + "/end";
        return new RightsStep("/participation" + facilityQuery(), path + "/look", path, form("why"));
    }

    /// The account with this sign-in name, if the one who asks looks after it.
    private String member() {
        var answer = pages.get("/staff?login=" + needed("login"));
        if (!answer.place().matches("/staff/\\d+")) {
            throw new RefusedAct(
                    RefusedAct.REFUSED,
                    answer.status() == 404
                            ? "whoever you signed in as looks after no accounts"
                            : answer.words().answer());
        }
        return answer.place();
    }

    /// The move that waits for somebody who comes under this sign-in name.
    private String arrival() {
        var login = needed("new-login");
        return ARRIVAL.matcher(pages.get("/staff").body())
                .results()
                .filter(found -> found.group(1).equals(login))
                .map(found -> found.group(2))
                .findFirst()
                .orElseThrow(() -> new RefusedAct(
                        RefusedAct.REFUSED, "no move to " + login + " waits for you: see `rights show staff`"));
    }

    private List<Map.Entry<String, String>> rule() {
        var form = form("from", "shown", "department", "why");
        form.add(Map.entry("delay", options.get("delay", "0")));
        WORDS.splitAsStream(options.get("kinds", ""))
                .map(kind -> kind.toUpperCase(Locale.ROOT).replace('-', '_'))
                .forEach(kind -> form.add(Map.entry("kinds", kind)));
        WORDS.splitAsStream(options.get("professions", "all"))
                .forEach(word -> form.add(Map.entry("professions", word)));
        return form;
    }

    private List<Map.Entry<String, String>> withDesk(List<Map.Entry<String, String>> form) {
        form.add(Map.entry("desk", Boolean.toString(options.get("desk", "no").equals("yes"))));
        return form;
    }

    /// Fields as the page names them, of those options that were given.
    private List<Map.Entry<String, String>> form(String... names) {
        var form = new ArrayList<Map.Entry<String, String>>();
        for (var name : names) {
            if (options.has(name)) {
                form.add(Map.entry(name.equals("new-login") ? "login" : name, options.get(name, "")));
            }
        }
        return form;
    }

    private String facilityQuery() {
        return options.has("facility") ? "?facility=" + needed("facility") : "";
    }

    /// A value as it stands in an address.
    private String needed(String name) {
        return URLEncoder.encode(options.get(name, ""), StandardCharsets.UTF_8);
    }
}
