package hmnet.formats.model.terms;

import hmnet.formats.base.Note;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.terms.Terms.Edition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One code table in memory (コード表): its rows as places in a pool, each column sorted for looking up.
public final class CodeTable {
    /// A code that stands in more rows says nothing certain.
    private static final int ROWS_PER_CODE = 1000;

    private final Edition edition;
    private final List<CodeColumn> columns;
    private final Pool pool;
    private final int[] cells;
    private final int[][] order;
    private final int width;
    private final List<Note> notes;
    private final int leftOut;
    private volatile @Nullable CodeNames names;

    /// @param cells row by row, a place for each column and one for the name
    /// @param notes what was left out, and why
    CodeTable(Edition edition, List<CodeColumn> columns, Pool pool, int[] cells, List<Note> notes, int leftOut) {
        this.edition = edition;
        this.columns = List.copyOf(columns);
        this.pool = pool;
        this.cells = cells;
        this.width = columns.size() + 1;
        this.order = new int[columns.size()][];
        this.notes = List.copyOf(notes);
        this.leftOut = leftOut;
        Arrays.setAll(order, this::sorted);
    }

    public Edition edition() {
        return edition;
    }

    public int rows() {
        return cells.length / width;
    }

    /// Lines that could not be read, with their numbers; the first of many.
    public List<Note> notes() {
        return notes;
    }

    /// How many lines could not be read.
    public int leftOut() {
        return leftOut;
    }

    /// The systems whose codes it knows.
    public List<String> systems() {
        return columns.stream().map(CodeColumn::system).distinct().toList();
    }

    /// What it takes in memory, in bytes.
    public long memory() {
        long sorted = 0;
        for (var column : order) {
            sorted += column.length;
        }
        return pool.memory() + (cells.length + sorted) * Integer.BYTES;
    }

    /// The rows that have something in a column, sorted by its place.
    private int[] sorted(int column) {
        int rows = rows();
        var keys = new long[rows];
        int filled = 0;
        for (int row = 0; row < rows; row++) {
            int place = cell(row, column);
            if (place != 0) {
                keys[filled++] = (long) place << Integer.SIZE | row;
            }
        }
        Arrays.sort(keys, 0, filled);
        var sorted = new int[filled];
        for (int i = 0; i < filled; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }

    private int cell(int row, int column) {
        return cells[row * width + column];
    }

    /// Tells what a code is in other systems.
    void meanings(Code code, Consumer<CodeMeaning> told) {
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).system().equals(code.system())) {
                meanings(column, pool.find(code.code()), told);
            }
        }
    }

    private void meanings(int column, int place, Consumer<CodeMeaning> told) {
        int from = first(column, place);
        int to = last(column, place, from);
        var own = columns.get(column);
        for (int other = 0; other < columns.size() && from < to; other++) {
            var of = columns.get(other);
            if (of.isGiven() && !of.system().equals(own.system())) {
                boolean certain = own.tells(of) && to - from <= ROWS_PER_CODE;
                meanings(column, other, from, Math.min(to, from + ROWS_PER_CODE), certain, told);
            }
        }
    }

    private void meanings(int column, int other, int from, int to, boolean certain, Consumer<CodeMeaning> told) {
        var of = columns.get(other);
        int before = 0;
        int name = -1;
        for (int i = from; i < to; i++) {
            int row = order[column][i];
            int cell = cell(row, other);
            int named = of.named() ? cell(row, width - 1) : 0;
            if (cell != 0 && (cell != before || named != name)) {
                told.accept(new CodeMeaning(
                        of.system(),
                        pool.at(cell),
                        pool.at(named),
                        this,
                        certain,
                        of.grain() == CodeColumn.Grain.EXACT));
                before = cell;
                name = named;
            }
        }
    }

    /// What a code is called, where all its rows say the same; else empty.
    String name(Code code) {
        for (int column = 0; column < columns.size(); column++) {
            var of = columns.get(column);
            if (of.named() && of.system().equals(code.system())) {
                int place = pool.find(code.code());
                int from = first(column, place);
                int to = last(column, place, from);
                int name = from < to ? cell(order[column][from], width - 1) : 0;
                for (int i = from; i < to; i++) {
                    name = cell(order[column][i], width - 1) == name ? name : 0;
                }
                if (name != 0) {
                    return pool.at(name);
                }
            }
        }
        return "";
    }

    /// The code as this table calls it, where the sent name is the name of other things in the table alone.
    Optional<Code> contradicted(Code sent) {
        var own = name(sent);
        if (own.isEmpty() || CodeNames.mayBeOne(own, sent.display())) {
            return Optional.empty();
        }
        var others = names().codes(sent.display(), sent.system());
        return others.isEmpty() || others.stream().anyMatch(other -> CodeNames.mayBeOne(sent, other))
                ? Optional.empty()
                : Optional.of(new Code(sent.system(), sent.code(), own, edition.label()));
    }

    private CodeNames names() {
        var read = names;
        if (read == null) {
            read = new CodeNames(this);
            names = read;
        }
        return read;
    }

    /// What a row is called.
    String name(int row) {
        return pool.at(cell(row, width - 1));
    }

    /// The code of a system by which a row's name goes; empty where it has none.
    String named(int row, String system) {
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).named() && columns.get(column).system().equals(system)) {
                return pool.at(cell(row, column));
            }
        }
        return "";
    }

    /// Where the rows with a place begin in the order of a column.
    private int first(int column, int place) {
        var sorted = order[column];
        int low = 0;
        int high = place == 0 ? 0 : sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (cell(sorted[middle], column) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int last(int column, int place, int from) {
        var sorted = order[column];
        int to = from;
        while (place != 0 && to < sorted.length && cell(sorted[to], column) == place && to - from <= ROWS_PER_CODE) {
            to++;
        }
        return to;
    }
}
