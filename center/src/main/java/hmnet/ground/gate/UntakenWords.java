package hmnet.ground.gate;

/// Words that no page takes (受け取らない語). Whoever knows them stands in a wing above.
@FunctionalInterface
public interface UntakenWords {
    boolean stand(String words);
}
