package hmnet.ground.keys;

/// A key and where it lies (鍵の名前).
record KeyName(KeyPlace place, String name) {}
