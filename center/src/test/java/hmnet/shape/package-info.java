/// The shape of the house, kept by tests (家の形): where things lie, what they are called, what may lean on
/// what.
@NullMarked
package hmnet.shape;

import org.jspecify.annotations.NullMarked;
