/// What a page draws without opening a bundle (抜粋): one small record per kind of row, as compact JSON.
@NullMarked
package hmnet.formats.model.extract;

import org.jspecify.annotations.NullMarked;
