package hmnet.design;

/// The hidden field by which a form shows that it came from our own page (CSRF対策).
public record Csrf(String name, String token) {}
