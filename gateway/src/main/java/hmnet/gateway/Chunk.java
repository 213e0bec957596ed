package hmnet.gateway;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// The files of one request out of many (一回分のファイル), and which was the last.
final class Chunk implements Iterator<StorageFile> {
    private final Iterator<StorageFile> files;
    private int left;
    private String last = "";

    Chunk(Iterator<StorageFile> files, int most) {
        this.files = files;
        this.left = most;
    }

    @Override
    public boolean hasNext() {
        return left > 0 && files.hasNext();
    }

    @Override
    public StorageFile next() {
        if (left-- <= 0) {
            throw new NoSuchElementException();
        }
        var file = files.next();
        last = file.path();
        return file;
    }

    String last() {
        return last;
    }
}
