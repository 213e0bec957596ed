/// Names and folders of the storages (ストレージの名前とフォルダー): kinds, flags, paths, rows of the index.
@NullMarked
package hmnet.formats.ssmix2.storage;

import org.jspecify.annotations.NullMarked;
