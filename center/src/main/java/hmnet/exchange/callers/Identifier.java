package hmnet.exchange.callers;

/// A number of a person at whoever gave it (識別番号).
public record Identifier(Domain domain, String value) {}
