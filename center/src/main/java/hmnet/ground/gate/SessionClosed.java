package hmnet.ground.gate;

/// A form was sent from a page whose session has ended or is locked (サインインのない送信).
final class SessionClosed extends RuntimeException {
    private final String page;

    /// @param page which page opens it again
    SessionClosed(String page) {
        super("Sign in first: " + page);
        this.page = page;
    }

    String page() {
        return page;
    }
}
