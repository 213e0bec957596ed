package hmnet.exchange.v3;

/// A name in a namespace (名前空間付きの名).
record QualifiedName(String space, String local) {}
