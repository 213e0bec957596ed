package hmnet.exchange.v3;

/// A document that is not read here (読めないXML); the message says why, to whoever runs the sender.
public final class BadXml extends Exception {
    private static final long serialVersionUID = 1L;

    BadXml(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
