/** What linking and calling costs. docs/testing.md tells how to run it. */
package org.dylink.benchmarks;
