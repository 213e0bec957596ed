package hmnet.people.matching;

/// Which rows are one person so far (人物ごとのまとまり): merged only as wholes, with their members at hand.
final class Clusters {
    private final int[] head;
    private final int[] next;
    private final int[] tail;
    private final int[] size;

    Clusters(int rows) {
        head = new int[rows];
        next = new int[rows];
        tail = new int[rows];
        size = new int[rows];
        for (var row = 0; row < rows; row++) {
            head[row] = row;
            next[row] = -1;
            tail[row] = row;
            size[row] = 1;
        }
    }

    int of(int row) {
        var top = row;
        while (head[top] != top) {
            top = head[top];
        }
        for (var at = row; head[at] != top; ) {
            var up = head[at];
            head[at] = top;
            at = up;
        }
        return top;
    }

    int size(int cluster) {
        return size[cluster];
    }

    /// The next member after a row, or -1; the first is the cluster itself.
    int next(int row) {
        return next[row];
    }

    /// The smaller row stays the head, so the outcome does not depend on who is merged into whom.
    void merge(int a, int b) {
        var into = Math.min(a, b);
        var from = Math.max(a, b);
        head[from] = into;
        next[tail[into]] = from;
        tail[into] = tail[from];
        size[into] += size[from];
    }
}
