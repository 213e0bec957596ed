package hmnet.care.viewer;

import hmnet.ground.directory.Requester;

/// How users want pages to open (表示の設定の取得). A module above keeps it.
public interface PageWishes {
    ReaderWishes of(Requester reader);
}
