package hmnet.formats.file;

import hmnet.formats.model.chart.Sheet;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The sheets of a large file, made when they are asked for (必要になったときに作る記載): what a list of a
/// hundred thousand would hold, the file's bytes hold already. Asked in order, each piece of the file is read once.
public final class SheetsOnDemand extends AbstractList<Sheet> implements RandomAccess {
    private final int[] ends;
    private final IntFunction<List<Sheet>> pieces;
    private @Nullable Piece last;

    /// @param ends for each piece of the file, how many sheets it and those before it have
    /// @param pieces the sheets of a piece, always the same
    public SheetsOnDemand(int[] ends, IntFunction<List<Sheet>> pieces) {
        this.ends = ends.clone();
        this.pieces = pieces;
    }

    private record Piece(int number, List<Sheet> sheets) {}

    @Override
    public Sheet get(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        int number = number(index);
        var piece = last;
        if (piece == null || piece.number != number) {
            piece = new Piece(number, pieces.apply(number));
            last = piece;
        }
        return piece.sheets.get(index - (number == 0 ? 0 : ends[number - 1]));
    }

    @Override
    public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /// The first piece that ends behind the index; pieces without sheets end where the one before does.
    private int number(int index) {
        int found = Arrays.binarySearch(ends, index + 1);
        int number = found < 0 ? -found - 1 : found;
        while (number > 0 && ends[number - 1] > index) {
            number--;
        }
        return number;
    }
}
