package hmnet.exchange.machines;

import hmnet.exchange.updates.Subscriber;
import hmnet.ground.directory.FacilityId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Where a facility is to hear of changed numbers, as an operator typed it (入力された通知先).
record TypedLine(String host, String port, String path, String application, String name, String domains) {
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9]\\d{0,38})){1,20}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~/-]{0,200})?");
    private static final int PORT_MAX = 65_535;
    private static final int DOMAINS_MAX = 50;
    private static final int DOMAINS_TEXT_MAX = 1_000;

    TypedLine {
        host = host.strip();
        port = port.strip();
        path = path.strip();
        application = application.strip();
        name = name.strip();
    }

    /// What is wrong, by field. By SOAP the two receivers are object identifiers, the organization may be
    /// missing.
    Map<String, String> problems() {
        var problems = new TreeMap<String, String>();
        check(problems, "host", HOST.matcher(host).matches(), "host");
        check(problems, "port", PORT.matcher(port).matches() && Integer.parseInt(port) <= PORT_MAX, "port");
        check(problems, "path", PATH.matcher(path).matches(), "path");
        if (path.isEmpty()) {
            check(problems, "application", isWord(application), "word");
            check(problems, "name", isWord(name), "word");
        } else {
            check(problems, "application", isOid(application), "oid");
            check(problems, "name", name.isEmpty() || isOid(name), "oid");
        }
        var wanted = wanted();
        check(
                problems,
                "domains",
                domains.length() <= DOMAINS_TEXT_MAX
                        && wanted.size() <= DOMAINS_MAX
                        && wanted.stream().allMatch(TypedLine::isOid),
                "oids");
        return problems;
    }

    private static void check(Map<String, String> problems, String field, boolean right, String problem) {
        if (!right) {
            problems.put(field, problem);
        }
    }

    /// What an HL7 field can hold without an escape.
    static boolean isWord(String text) {
        return text.matches("[^|^~\\\\&\\p{Cntrl}]{1,60}");
    }

    private static boolean isOid(String text) {
        return OID.matcher(text).matches();
    }

    private List<String> wanted() {
        return Arrays.stream(domains.split("[\\s,、]+"))
                .filter(domain -> !domain.isEmpty())
                .toList();
    }

    Subscriber subscriber(FacilityId facility) {
        return new Subscriber(facility, host, Integer.parseInt(port), path, application, name, wanted(), true);
    }

    Map<String, String> values() {
        return new TreeMap<>(Map.of(
                "host", host,
                "port", port,
                "path", path,
                "application", application,
                "name", name,
                "domains", domains));
    }
}
