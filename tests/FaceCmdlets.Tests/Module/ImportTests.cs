using System.Management.Automation;
using System.Text;

namespace FaceCmdlets.Tests.Module;

/// <summary>Import-AzFacePerson: a folder or a table in, a trained group out, and the second time nothing to do.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly ImportFixture _import = new();

    public void Dispose() => _import.Dispose();

    [Fact]
    public void A_folder_of_people_becomes_a_trained_group_and_nothing_is_dropped_without_a_word()
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        _import.Put("Ada/2.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        _import.Put("Ada/.DS_Store", [1]);
        _import.Put("Ada/notes.txt", [1]);
        _import.Put("Ada/old/3.png", ImportFixture.Version(ImportFixture.Astronaut, 3));
        _import.Put("Grace/a[1].png", ImportFixture.Version(ImportFixture.Astronaut, 4));
        _import.Put("Grace/coffee.png", ImportFixture.Coffee);
        _import.Put("loose.png", ImportFixture.Astronaut);
        Directory.CreateDirectory(Path.Combine(_import.People, "Nobody"));
        Assert.Equal(
            [
                "Ada/1.png Added", "Ada/2.png Added", "Ada/notes.txt Skipped NotAPicture", "Ada/old Skipped SubFolder",
                "Grace/a[1].png Added", "Grace/coffee.png NotAdded NoFace", "/loose.png Skipped NotInPersonFolder", "Nobody/Nobody Skipped NoPicture",
            ],
            _import.Import());
        Assert.Equal(["Ada 2", "Grace 1"], _import.Faces());
        PSObject identity = Assert.Single(_import.Session.Run($"Resolve-AzFaceIdentity crew '{ModuleSession.Sample("astronaut.png")}'"));
        Assert.Contains(identity.Properties["Name"].Value, new[] { "Ada", "Grace" });
    }

    [Fact]
    public void A_second_run_reads_what_is_there_and_does_nothing()
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        _import.Put("Ada/2.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        _import.Put("Grace/1.png", ImportFixture.Version(ImportFixture.Astronaut, 3));
        _import.Import();
        DateTimeOffset trained = _import.Trained();
        int before = _import.Requests;
        Assert.Equal(["Ada/1.png AlreadyThere", "Ada/2.png AlreadyThere", "Grace/1.png AlreadyThere"], _import.Import());

        // Groups, persons, a face each, and the training.
        Assert.Equal(3 + 3, _import.Requests - before);
        Assert.Equal(trained, _import.Trained());
        Assert.Equal(["Ada 2", "Grace 1"], _import.Faces());
    }

    [Fact]
    public void What_came_since_is_added_and_what_was_renamed_is_known()
    {
        string first = _import.Put("Ada/1.png", ImportFixture.Astronaut);
        _import.Import();
        DateTimeOffset trained = _import.Trained();
        File.Move(first, Path.Combine(_import.People, "Ada", "portrait.png"));
        _import.Put("Ada/new.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        Assert.Equal(["Ada/new.png Added", "Ada/portrait.png AlreadyThere"], _import.Import());
        Assert.True(_import.Trained() > trained);
    }

    [Fact]
    public void The_same_picture_is_added_once_and_to_one_person()
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        _import.Put("Ada/2.png", ImportFixture.Astronaut);
        _import.Put("Grace/1.png", ImportFixture.Astronaut);
        string[] expected = ["Ada/1.png Added", "Ada/2.png Skipped Duplicate", "Grace/1.png NotAdded OtherPerson"];
        Assert.Equal(expected, _import.Import());
        Assert.Equal(["Ada 1"], _import.Faces());
    }

    [Fact]
    public void Only_high_quality_is_enrolled_unless_told_otherwise()
    {
        _import.Put("Ada/large.jpg", ImportFixture.Large());
        _import.Put("Grace/small.png", ImportFixture.Astronaut);
        IReadOnlyList<PSObject> results = _import.Session.Run($"New-AzFacePersonGroup crew | Out-Null; Import-AzFacePerson crew '{_import.People}'");
        Assert.Equal(["Ada/large.jpg Added", "Grace/small.png NotAdded LowQuality"], _import.Said(results));
        Assert.Equal(["High", "Medium"], results.Select(result => result.Properties["Quality"].Value.ToString()));
        Assert.Equal(["Ada 1"], _import.Faces());
        Assert.Equal(["Grace/small.png Added"], _import.Said(_import.Session.Run($"Import-AzFacePerson crew '{_import.People}' | Where-Object Reason -eq LowQuality | Import-AzFacePerson crew -MinimumQuality Low")));
    }

    [Fact]
    public void Of_several_faces_the_table_says_which()
    {
        string picture = _import.Put("two.jpg", ImportFixture.Two());
        string table = _import.PutTable("crew.csv", $"Person,Path,TargetFace\nAda,{picture},\"0,0,512,512\"\nGrace,{picture},\"512, 0, 512, 512\"\nBoth,{picture},\nNoWhere,{picture},0 0 10 10\nWrong,{picture},left\n");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _import.Session.RunWithErrors($"Import-AzFacePerson crew '{table}' -CreateGroup -MinimumQuality Low");
        Assert.Equal(["Ada/two.jpg Added", "Grace/two.jpg Added", "Both/two.jpg NotAdded SeveralFaces", "NoWhere/two.jpg NotAdded NoFace"], _import.Said(output));
        Assert.StartsWith("InvalidTargetFace,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(_import.Said(_import.Session.Run($"Import-AzFacePerson crew '{table}' -ErrorAction Ignore")).Take(2), said => Assert.EndsWith("AlreadyThere", said, StringComparison.Ordinal));
    }

    [Fact]
    public void User_data_is_kept_behind_what_the_import_remembers()
    {
        _import.Put("1.png", ImportFixture.Astronaut);
        string table = _import.PutTable("crew.csv", "Name,Path,UserData,PersonUserData\nAda,people/1.png,\"portrait, 1843\",mathematician\n");
        _import.Session.Run($"Import-AzFacePerson crew '{table}' -CreateGroup -MinimumQuality Low | Out-Null");
        string digest = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(ImportFixture.Astronaut)).ToLowerInvariant();
        Assert.Equal($"sha256:{digest}@0 portrait, 1843", Assert.Single(_import.Session.Run("(Get-AzFacePersonFace crew Ada).UserData")).ToString());
        Assert.Equal("mathematician", Assert.Single(_import.Session.Run("(Get-AzFacePerson crew Ada).UserData")).ToString());
    }

    [Fact]
    public void The_table_of_imported_faces_tells_them_apart_by_their_own_user_data_and_their_picture()
    {
        byte[] second = ImportFixture.Version(ImportFixture.Astronaut, 2);
        _import.Put("1.png", ImportFixture.Astronaut);
        _import.Put("2.png", second);
        string table = _import.PutTable("crew.csv", "Name,Path,UserData\nAda,people/1.png,\"portrait, 1843\"\nAda,people/2.png,\n");
        _import.Session.Run($"Import-AzFacePerson crew '{table}' -CreateGroup -MinimumQuality Low | Out-Null");
        string shown = string.Concat(_import.Session.Run("Get-AzFacePersonFace crew Ada | Format-Table | Out-String -Width 80"));
        Assert.Matches($@"(?m)\bportrait, 1843 \({Short(ImportFixture.Astronaut)}\)\s*$", shown);
        Assert.Matches($@"(?m) {Short(second)}\s*$", shown);

        static string Short(byte[] picture) => "sha256:" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(picture)).ToLowerInvariant()[..8];
    }

    [Fact]
    public void WhatIf_shows_the_plan_and_changes_nothing()
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        _import.Put("Grace/coffee.png", ImportFixture.Coffee);
        Assert.Equal(["Ada/1.png WouldAdd", "Grace/coffee.png NotAdded NoFace"], _import.Import("-WhatIf"));
        Assert.Empty(_import.Session.Run("Get-AzFacePersonGroup"));
        _import.Import();
        _import.Put("Ada/2.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        DateTimeOffset trained = _import.Trained();
        Assert.Equal(["Ada/1.png AlreadyThere", "Ada/2.png WouldAdd", "Grace/coffee.png NotAdded NoFace"], _import.Import("-WhatIf"));
        Assert.Equal(["Ada 1"], _import.Faces());
        Assert.Equal(trained, _import.Trained());
    }

    [Fact]
    public void A_bad_picture_is_its_error_and_its_result_and_the_others_go_on()
    {
        _import.Put("Ada/1.jpg", new byte[2000]);
        _import.Put("Ada/2.jpg", []);
        _import.Put("Ada/3.png", ImportFixture.Astronaut);
        string table = _import.PutTable("crew.csv", "Name,Path\nAda,people/Ada\nAda,nowhere.png\n");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _import.Session.RunWithErrors($"Import-AzFacePerson crew '{table}' -CreateGroup -MinimumQuality Low");
        Assert.Equal(["Ada/1.jpg NotAdded ImageNotDecodable", "Ada/2.jpg NotAdded EmptyPicture", "Ada/3.png Added", "Ada/nowhere.png NotAdded PathNotFound"], _import.Said(output));
        Assert.Equal(["ImageNotDecodable", "EmptyPicture", "PathNotFound"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal("nowhere.png", Path.GetFileName((string)errors[2].TargetObject));
    }

    [Theory]
    [InlineData("plain", "Name,Path\nAda,people/1.png\n")]
    [InlineData("byte order mark and CRLF", "\uFEFFName,Path\r\nAda,people/1.png\r\n")]
    [InlineData("quotes", "\"Name\",\"Path\"\n\"Ada\",\"people/1.png\"")]
    [InlineData("other columns, other order, other case", "id,PATH,name\n7,people/1.png,Ada\n")]
    [InlineData("Person, type line, empty lines, blanks around", "#TYPE Row\n\nPerson, Path\n\n Ada , people/1.png \n\n")]
    [InlineData("Windows separators", "Name,Path\nAda,people\\1.png\n")]
    public void A_table_is_read_as_people_write_it(string what, string content)
    {
        _import.Put("1.png", ImportFixture.Astronaut);
        string table = _import.PutTable($"{what}.csv", content);
        Assert.Equal(["Ada/1.png Added"], _import.Said(_import.Session.Run($"Import-AzFacePerson crew -LiteralPath '{table}' -CreateGroup -MinimumQuality Low")));
    }

    [Fact]
    public void Names_in_quotes_may_have_commas_quotes_and_any_letters()
    {
        _import.Put("1.png", ImportFixture.Astronaut);
        string table = _import.PutTable("crew.csv", "Name,Path\n\"Lovelace, \"\"Ada\"\" Élise\",people/1.png\n");
        _import.Session.Run($"Import-AzFacePerson crew '{table}' -CreateGroup -MinimumQuality Low | Out-Null");
        Assert.Equal(["Lovelace, \"Ada\" Élise 1"], _import.Faces());
    }

    [Theory]
    [InlineData("Nom,Path\nAda,1.png\n", "ColumnMissing", "Nom,Path")]
    [InlineData("Name;Path\nAda;1.png\n", "ColumnMissing", "Name;Path")]
    [InlineData("", "ColumnMissing", "is empty")]
    [InlineData("Name,Path\n,1.png\n", "NameMissing", "line 2")]
    [InlineData("Name,Path\nAda,\n", "PathMissing", "line 2")]
    [InlineData("Name,Path\n\n\nAda", "PathMissing", "line 4")]
    [InlineData("Name,Path\n\nAda,\"1\".png\n", "InvalidRow", "line 3")]
    [InlineData("Name,Path\nAda,https://example.com/1.png\n", "InvalidPath", "address")]
    public void What_is_wrong_with_a_table_is_said_with_its_line(string content, string id, string says)
    {
        _import.Session.Run("New-AzFacePersonGroup crew | Out-Null");
        ErrorRecord error = _import.Session.Fails($"Import-AzFacePerson crew '{_import.PutTable("crew.csv", content)}'");
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_is_one_error_and_the_others_are_imported()
    {
        _import.Put("1.png", ImportFixture.Astronaut);
        _import.Put("2.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        string table = _import.PutTable("crew.csv", $"Name,Path\n,people/1.png\nAda,people/1.png\n{new string('x', 129)},people/2.png\nGrace,people/2.png\n");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _import.Session.RunWithErrors($"Import-AzFacePerson crew '{table}' -CreateGroup -MinimumQuality Low");
        Assert.Equal(["Ada/1.png Added", "Grace/2.png Added"], _import.Said(output));
        Assert.Equal(["NameMissing", "NameTooLong"], errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public void A_table_in_a_legacy_code_page_is_refused_and_not_enrolled_under_wrong_names()
    {
        string table = _import.PutTable("crew.csv", Encoding.Latin1.GetBytes("Name,Path\nÉlise,1.png\n"));
        Assert.StartsWith("NotUtf8,", _import.Session.Fails($"Import-AzFacePerson crew '{table}' -CreateGroup").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "PathNotFound")]
    [InlineData("nowhere.csv", "PathNotFound")]
    [InlineData("no*where", "NothingMatches")]
    [InlineData("people/Ada", "NoPersonFolder")]
    [InlineData("people/Ada/1.png", "NoPeople")]
    public void What_is_no_folder_of_people_and_no_table_says_what_to_do(string path, string id)
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        Assert.StartsWith(id + ",", _import.Session.Fails($"Import-AzFacePerson crew '{_import.Folder}/{path}' -CreateGroup").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_folders_and_tables_come_by_the_pipeline()
    {
        string picture = _import.Put("Ada/1.png", ImportFixture.Astronaut);
        _import.Put("Grace/2.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        string third = _import.Put("Mary/3.png", ImportFixture.Version(ImportFixture.Astronaut, 3));
        string table = _import.PutTable("crew.csv", $"Name,Path\nMary,{third}\n");
        IReadOnlyList<PSObject> results = _import.Session.Run($$"""
            [pscustomobject]@{ Name = 'Ada'; Path = '{{picture}}' }, @{ Person = 'Ada'; Path = '{{picture}}' }, [IO.DirectoryInfo]'{{_import.People}}/Grace', [IO.FileInfo]'{{table}}', '{{_import.People}}' |
                Import-AzFacePerson crew -CreateGroup -MinimumQuality Low
            """);
        Assert.Equal(
            [
                "Ada/1.png Added", "Ada/1.png Skipped Duplicate", "Grace/2.png Added", "Mary/3.png Added",
                "Ada/1.png Skipped Duplicate", "Grace/2.png Skipped Duplicate", "Mary/3.png Skipped Duplicate",
            ],
            _import.Said(results));
    }

    [Fact]
    public void Persons_are_found_whatever_their_capitals_and_two_of_a_name_are_nobody()
    {
        _import.Put("ada/1.png", ImportFixture.Astronaut);
        _import.Put("e\u0301lise/2.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        _import.Put("Grace/3.png", ImportFixture.Version(ImportFixture.Astronaut, 3));
        _import.Put("Grace/4.png", ImportFixture.Version(ImportFixture.Astronaut, 4));
        _import.Session.Run("New-AzFacePersonGroup crew | Out-Null; 'Ada', 'Élise', 'Grace', 'GRACE', 'grace' | New-AzFacePerson crew | Out-Null");
        Assert.Equal(["Ada/1.png Added", "Élise/2.png Added", "Grace/3.png Added", "Grace/4.png Added"], _import.Import());
        _import.Session.Run("New-AzFacePerson crew Grace | Out-Null");
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _import.Session.RunWithErrors($"Import-AzFacePerson crew '{_import.People}'");
        Assert.Equal(["Ada/1.png AlreadyThere", "Élise/2.png AlreadyThere", "Grace/3.png NotAdded PersonNotUnique", "Grace/4.png NotAdded PersonNotUnique"], _import.Said(output));
        Assert.StartsWith("PersonNotUnique,", Assert.Single(errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_group_the_error_names_the_way()
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        ErrorRecord missing = _import.Session.Fails($"Import-AzFacePerson crew '{_import.People}'");
        Assert.StartsWith("PersonGroupNotFound,", missing.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-CreateGroup", missing.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("InvalidPersonGroupId,", _import.Session.Fails($"Import-AzFacePerson 'The Crew' '{_import.People}' -CreateGroup").FullyQualifiedErrorId, StringComparison.Ordinal);
        _import.Import("-RecognitionModel recognition_03");
        Assert.Equal("recognition_03", Assert.Single(_import.Session.Run("Get-AzFacePersonGroup crew")).Properties["RecognitionModel"].Value);
        Assert.StartsWith("RecognitionModelDiffers,", _import.Session.Fails($"Import-AzFacePerson crew '{_import.People}' -RecognitionModel recognition_04").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_takes_so_many_faces_and_then_nothing_more_is_detected()
    {
        _import.Put("Ada/one.png", ImportFixture.Version(ImportFixture.Astronaut, 1));
        _import.Put("Ada/two.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        _import.Session.Run($"New-AzFacePersonGroup crew | Out-Null; New-AzFacePerson crew Ada | Out-Null; 1..247 | ForEach-Object {{ '{ModuleSession.Sample("astronaut.png")}' }} | Add-AzFacePersonFace crew Ada | Out-Null");
        Assert.Equal(["Ada/one.png Added", "Ada/two.png NotAdded PersonFull"], _import.Import());
        int before = _import.Requests;
        Assert.Equal(["Ada/one.png AlreadyThere", "Ada/two.png NotAdded PersonFull"], _import.Import());
        Assert.Equal(3 + 248, _import.Requests - before);
    }

    [Fact]
    public void A_run_that_was_stopped_by_its_budget_is_gone_on_with()
    {
        for (int i = 0; i < 9; i++)
        {
            _import.Put($"{i % 3}/{i}.png", ImportFixture.Version(ImportFixture.Astronaut, i));
        }

        int added = 0, runs = 0;
        while (added < 9)
        {
            Assert.True(++runs < 9);
            added += _import.Import("-MaxCalls 15 -WarningAction SilentlyContinue").Count(said => said.EndsWith(" Added", StringComparison.Ordinal));
        }

        Assert.True(runs > 1);
        _import.Import();
        Assert.Equal(["0 3", "1 3", "2 3"], _import.Faces());
        Assert.NotEqual(default, _import.Trained());
    }

    [Fact]
    public void What_a_budget_leaves_is_reported_in_its_place()
    {
        for (int i = 0; i < 6; i++)
        {
            _import.Put($"Ada/{i}.png", ImportFixture.Version(ImportFixture.Astronaut, i));
        }

        string[] said = _import.Import("-MaxCalls 10 -NoTraining -WarningAction SilentlyContinue");
        Assert.Equal(Enumerable.Range(0, 6), said.Select(line => line["Ada/".Length] - '0'));
        int added = said.Count(line => line.EndsWith(" Added", StringComparison.Ordinal));
        Assert.InRange(added, 1, 4);
        Assert.All(said[..added], line => Assert.EndsWith(" Added", line, StringComparison.Ordinal));
        Assert.All(said[added..], line => Assert.EndsWith(" NotAdded MaxCallsReached", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(9, 2)]
    [InlineData(12, 4)]
    public void No_picture_is_looked_at_without_calls_left_to_add_it(int calls, int added)
    {
        for (int i = 0; i < 9; i++)
        {
            _import.Put($"Ada/{i}.png", ImportFixture.Version(ImportFixture.Astronaut, i));
        }

        _import.Session.Run("New-AzFacePersonGroup crew | Out-Null");
        int before = _import.Requests;
        string[] said = _import.Import($"-MaxCalls {calls} -NoTraining -WarningAction SilentlyContinue");
        Assert.Equal(added, said.Count(line => line.EndsWith(" Added", StringComparison.Ordinal)));
        Assert.Equal(9 - added, said.Count(line => line.EndsWith(" MaxCallsReached", StringComparison.Ordinal)));

        // The group, its persons, the training, Ada; and two a picture.
        Assert.Equal(4 + (2 * added), _import.Requests - before);
    }

    [Fact]
    public void A_budget_that_what_is_there_takes_up_is_said_to_be_too_small_and_the_number_that_is_named_suffices()
    {
        for (int i = 0; i < 5; i++)
        {
            _import.Put($"Ada/{i}.png", ImportFixture.Version(ImportFixture.Astronaut, i));
        }

        _import.Import("-NoTraining");
        _import.Put("Ada/5.png", ImportFixture.Version(ImportFixture.Astronaut, 5));
        _import.Put("Grace/6.png", ImportFixture.Version(ImportFixture.Astronaut, 6));
        string warning = Warning(8);
        Assert.Contains("-MaxCalls 10 or more", warning, StringComparison.Ordinal);
        Assert.Equal(["Ada 5"], _import.Faces());
        Assert.Contains("-MaxCalls 12 or more", Warning(10), StringComparison.Ordinal);
        Assert.Equal(["Ada 6"], _import.Faces());
        Assert.Empty(Warning(12));
        Assert.Equal(["Ada 6", "Grace 1"], _import.Faces());

        string Warning(int calls) => _import.Session.Run($"Import-AzFacePerson crew '{_import.People}' -MinimumQuality Medium -NoTraining -MaxCalls {calls} -WarningVariable warnings 3>$null | Out-Null; \"$warnings\"")[0].ToString();
    }

    [Fact]
    public void A_budget_that_the_next_run_gets_further_with_is_said_to_go_on()
    {
        for (int i = 0; i < 9; i++)
        {
            _import.Put($"Ada/{i}.png", ImportFixture.Version(ImportFixture.Astronaut, i));
        }

        Assert.Contains("The same command again goes on with them", _import.Session.Run($"Import-AzFacePerson crew '{_import.People}' -CreateGroup -MinimumQuality Medium -MaxCalls 12 -WarningVariable warnings 3>$null | Out-Null; \"$warnings\"")[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_was_stopped_by_hand_is_gone_on_with()
    {
        for (int i = 0; i < 12; i++)
        {
            _import.Put($"{i % 4}/{i}.png", ImportFixture.Version(ImportFixture.Astronaut, i));
        }

        _import.Start("--latency, 300");
        _import.Session.MillisecondsToStop($"Import-AzFacePerson crew '{_import.People}' -CreateGroup -MinimumQuality Low", _ => _import.Added() > 0);
        _import.EndFaults();
        Assert.InRange(_import.Added(), 1, 11);
        string[] second = _import.Import();
        Assert.Equal(12, second.Length);
        Assert.Contains(second, said => said.EndsWith(" Added", StringComparison.Ordinal));
        Assert.Contains(second, said => said.EndsWith(" AlreadyThere", StringComparison.Ordinal));
        Assert.All(second, said => Assert.True(said.EndsWith(" Added", StringComparison.Ordinal) || said.EndsWith(" AlreadyThere", StringComparison.Ordinal), said));
        Assert.Equal(["0 3", "1 3", "2 3", "3 3"], _import.Faces());
    }

    [Fact]
    public void What_was_added_without_training_is_trained_by_the_next_run_once()
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        _import.Import("-NoTraining");
        Assert.StartsWith("LargePersonGroupNotTrained,", _import.Session.Fails("Get-AzFaceTraining crew").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["Ada/1.png AlreadyThere"], _import.Import());
        DateTimeOffset first = _import.Trained();
        _import.Put("Ada/2.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        _import.Import("-NoTraining");
        Assert.Equal(first, _import.Trained());
        Assert.Equal(["Ada/1.png AlreadyThere", "Ada/2.png AlreadyThere"], _import.Import());
        DateTimeOffset second = _import.Trained();
        Assert.True(second > first);
        _import.Import();
        Assert.Equal(second, _import.Trained());
    }

    [Theory]
    [InlineData("--error-rate, 0.1, --seed, 5")]
    [InlineData("--reset-rate, 0.1, --malformed-rate, 0.1, --seed, 3")]
    [InlineData("--quota, 30/s, --jitter, 30, --seed, 2")]
    public void Whatever_goes_wrong_nothing_is_lost_and_each_picture_comes_in_its_order(string faults)
    {
        string[] pictures = [.. Enumerable.Range(0, 16).Select(i => $"{(char)('a' + (i / 2))}/{i:00}.png")];
        for (int i = 0; i < pictures.Length; i++)
        {
            _import.Put(pictures[i], ImportFixture.Version(ImportFixture.Astronaut, i));
        }

        _import.Start(faults);
        (IReadOnlyList<PSObject> output, IReadOnlyList<ErrorRecord> errors) = _import.Session.RunWithErrors($"Import-AzFacePerson crew '{_import.People}' -CreateGroup -MinimumQuality Low");
        string[] said = _import.Said(output);
        Assert.Equal(pictures, said.Select(line => line.Split(' ')[0]));
        Assert.Equal(said.Count(line => !line.EndsWith(" Added", StringComparison.Ordinal)), errors.Count(error => error.TargetObject is string path && path.EndsWith(".png", StringComparison.Ordinal)));
        _import.EndFaults();
        Assert.All(_import.Import(), line => Assert.Contains(line.Split(' ')[1], new[] { "Added", "AlreadyThere" }));
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"{(char)('a' + i)} 2"), _import.Faces());
    }

    [Fact]
    public void It_works_in_the_background_as_well()
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        string picture = _import.Put("Grace/2.png", ImportFixture.Version(ImportFixture.Astronaut, 2));
        Assert.Equal(["Ada/1.png Added", "Grace/2.png Added"], Received($"Import-AzFacePerson crew '{_import.People}' -CreateGroup -MinimumQuality Low -AsJob"));
        Assert.Equal(["Grace/2.png AlreadyThere"], Received($"[pscustomobject]@{{ Name = 'Grace'; Path = '{picture}' }} | Import-AzFacePerson crew -AsJob"));

        string[] Received(string command)
        {
            PSObject job = Assert.Single(_import.Session.Run($"$job = {command}; $job.Finished.WaitOne() | Out-Null; $job"));
            Assert.Empty(((Job)job.BaseObject).Error);
            return _import.Said(((Job)job.BaseObject).Output);
        }
    }

    [Fact]
    public void Small_groups_are_imported_into_as_well_and_results_lead_to_their_faces()
    {
        _import.Put("Ada/1.png", ImportFixture.Astronaut);
        Assert.Equal(["Ada/1.png Added"], _import.Import("-Standard"));
        Assert.Empty(_import.Session.Run("Get-AzFacePersonGroup"));
        IReadOnlyList<PSObject> faces = _import.Session.Run($"Import-AzFacePerson crew '{_import.People}' -Standard | Get-AzFacePersonFace");
        Assert.StartsWith("sha256:", (string)Assert.Single(faces).Properties["UserData"].Value, StringComparison.Ordinal);
        Assert.Equal("Succeeded", Assert.Single(_import.Session.Run("Get-AzFaceTraining crew -Standard")).Properties["Status"].Value.ToString());
    }

    [Fact]
    public void The_progress_bar_knows_how_many_there_are()
    {
        for (int i = 0; i < 6; i++)
        {
            _import.Put($"Ada/{i}.png", ImportFixture.Version(ImportFixture.Astronaut, i));
        }

        _import.Start("--latency, 150");
        Assert.Contains(_import.Session.Progress($"Import-AzFacePerson crew '{_import.People}' -CreateGroup -MinimumQuality Low"), record => record.StatusDescription.Contains("of 6 pictures", StringComparison.Ordinal));
    }
}
