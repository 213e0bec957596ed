package hmnet.record.filing;

import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.inbox.FilingQueue.WaitingFile;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// What a file of many tells, item by item (ファイルの各件): none is kept, since those of a large file are made from its
/// bytes when they are asked for.
final class ItemsOfFile extends AbstractList<Understood> implements RandomAccess {
    private final WaitingFile waiting;
    private final Format format;
    private final List<Sheet> sheets;
    private final String digest;

    ItemsOfFile(WaitingFile waiting, Format format, List<Sheet> sheets, String digest) {
        this.waiting = waiting;
        this.format = format;
        this.sheets = sheets;
        this.digest = digest;
    }

    @Override
    public Understood get(int index) {
        return new Understood(
                waiting, new Item.Told(format, sheets.get(index), waiting.receivedAt(), digest), List.of());
    }

    @Override
    public int size() {
        return sheets.size();
    }
}
