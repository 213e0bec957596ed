package hmnet.people.matching;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/// All that the matcher has learned from a region (学習済みの重み), as lines of text that a human can read.
public final class Weights {
    private static final String TITLE = "hmnet weights 1";
    private static final int NAMES_MAX = 3000;

    public final Model model;
    final NameShares shares;

    Weights(Model model, NameShares shares) {
        this.model = model;
        this.shares = shares;
    }

    /// Writes the weights; of the names only the commonest, which are nobody's secret.
    public void write(BufferedWriter writer) throws IOException {
        writer.write(TITLE + "\n");
        for (var relation : Relation.ALL) {
            line(writer, "pairs " + relation, model.pairs[relation.place()]);
            for (var field : ComparedField.ALL) {
                line(writer, relation + " " + field, model.level[relation.place()][field.place()]);
            }
        }
        for (var part : NameShares.Part.values()) {
            line(writer, "otherwise " + part, shares.otherwise(part));
            var commonest = shares.known(part).entrySet().stream()
                    .filter(name -> name.getValue() < 0)
                    .sorted(Comparator.comparing((Map.Entry<String, Float> name) -> name.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .limit(NAMES_MAX)
                    .toList();
            for (var name : commonest) {
                line(writer, "name " + part + " " + name.getKey(), name.getValue());
            }
        }
    }

    /// Reads what `write` wrote.
    public static Weights read(BufferedReader reader) throws IOException {
        if (!TITLE.equals(reader.readLine())) {
            throw new IOException("not a file of weights");
        }
        var level = new double[Relation.ALL.length][ComparedField.ALL.length][];
        var pairs = new double[Relation.ALL.length];
        var shares = new NameShares();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var words = line.split(" ", -1);
            switch (words[0]) {
                case "pairs" -> pairs[Relation.valueOf(words[1]).place()] = Double.parseDouble(words[2]);
                case "otherwise" -> shares.learn(NameShares.Part.valueOf(words[1]), Float.parseFloat(words[2]));
                case "name" -> shares.learn(NameShares.Part.valueOf(words[1]), words[2], Float.parseFloat(words[3]));
                // From outside: the lines of a file of weights.
                default ->
                    level[Relation.valueOf(words[0]).place()][
                            ComparedField.valueOf(words[1]).place()] = Arrays.stream(words)
                            .skip(2)
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            }
        }
        return new Weights(new Model(level, pairs), shares);
    }

    private static void line(BufferedWriter writer, String name, double... values) throws IOException {
        writer.write(name);
        for (var value : values) {
            writer.write(String.format(Locale.ROOT, " %.5f", value));
        }
        writer.write("\n");
    }
}
