/// What every reader needs and no format owns (土台): remarks with their place, the refusal, tables kept as
/// resources.
@NullMarked
package hmnet.formats.base;

import org.jspecify.annotations.NullMarked;
