package hmnet.formats.kenshin;

/// The numbers under which check-ups name things (OID): all below one root.
final class Oids {
    static final String ROOT = "1.2.392.200119.6.";
    static final String INSURER = ROOT + "101";
    static final String INSTITUTION = ROOT + "102";
    static final String AGENT = ROOT + "103";
    static final String MUNICIPALITY = ROOT + "105";
    static final String SYMBOL = ROOT + "204";
    static final String NUMBER = ROOT + "205";
    static final String BRANCH = ROOT + "211";
    static final String TICKET_KIND = ROOT + "208";
    static final String TICKET = ROOT + "209";
    static final String GUIDANCE_TICKET = ROOT + "210";
    static final String REPORT = ROOT + "1001";
    static final String PROGRAM = ROOT + "1002";
    static final String ITEMS = ROOT + "1005";
    static final String METHOD = ROOT + "1007";
    static final String SECTION = ROOT + "1010";
    static final String SEX = ROOT + "1104";

    private Oids() {}
}
