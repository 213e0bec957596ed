package hmnet.people.matching;

import hmnet.people.folding.Kana;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Each distinct text once, known by a number (語の番号); 0 is the empty text. Safe for several threads.
public final class TextNumbers {
    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile String[] texts = new String[1 << 12];
    private volatile int[] loose = new int[1 << 12];

    public TextNumbers() {
        number("");
    }

    int number(String text) {
        var known = numbers.get(text);
        return known != null ? known : numbers.computeIfAbsent(text, this::add);
    }

    String text(int number) {
        return texts[number];
    }

    /// The number of the same reading without voicing and length.
    int loose(int number) {
        var known = loose;
        if (number < known.length && known[number] != 0) {
            return known[number];
        }
        var found = number(Kana.loose(texts[number]));
        remember(number, found);
        return found;
    }

    int count() {
        return next.get();
    }

    private synchronized int add(String text) {
        var number = next.getAndIncrement();
        if (number == texts.length) {
            texts = Arrays.copyOf(texts, number * 2);
        }
        texts[number] = text;
        return number;
    }

    private synchronized void remember(int number, int found) {
        if (number >= loose.length) {
            loose = Arrays.copyOf(loose, Math.max(number + 1, loose.length * 2));
        }
        loose[number] = found;
    }
}
