/// Tree-shaped files, JSON and XML alike, within limits (木構造のデータ): no DOCTYPE, nothing fetched, no
/// depth without bound.
@NullMarked
package hmnet.formats.base.tree;

import org.jspecify.annotations.NullMarked;
