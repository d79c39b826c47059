// The tests share this process's emulators, and Stop-AzFaceEmulator stops all of them.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
