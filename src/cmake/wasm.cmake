# What is special about WebAssembly.

# The stack lies below everything else, so that an overflow traps rather than runs into the
# data. The deepest that the transcripts and random streams go is 15 KiB.
set(geodist_wasm_link_options -Wl,--stack-first -Wl,-z,stack-size=131072 -Wl,--strip-all)

target_link_options(geodist-cli PRIVATE ${geodist_wasm_link_options})
